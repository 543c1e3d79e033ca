package org.jingwei.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.source.Arrival;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pages in, facts out; nothing is stored. */
@Command(name = "extract", mixinStandardHelpOptions = true, header = "Read pages and write the facts that they state.", description = {
        "", "Every number in the output is stated by the page; what is uncertain is left out.", "" }, footer = { "",
                "Examples:", "  jingwei extract page.html",
                "  jingwei extract news/ --format facts --out facts/", "  jingwei extract - --format text <page.html",
                "  jingwei extract crawl.warc.gz \"saved/*.html\" https://www.example.org/news/1.html",
                "  jingwei extract feed.jsonl --field text=content,published=date",
                "  jingwei extract --from-list addresses.txt --delay 5", "",
                "Exit codes: 0 done; 1 done, but some pages were rejected; 2 wrong usage; 70 and above: failed." })
final class ExtractVerb extends Verb {
    @Mixin
    private PageInputs inputs;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "trig", description = {
            "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "facts: flat JSON, read off the graph; text: headline and body as cleaned." })
    private Format format;

    @Option(names = "--out", paramLabel = "DIR", description = "Write one file for each page into this folder, named after the page (default: standard output, in the order of the inputs).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private PipelineOptions pipeline;

    ExtractVerb(Terminal terminal) {
        super(terminal);
    }

    private record Written(String name, byte[] content) {}

    @Override
    public Integer call() {
        Stream<Arrival> pages = inputs.open(terminal);
        Optional<OutputFolder> folder = out.map(place -> new OutputFolder(place, format.extension()));
        Consumer<Written> sink = folder.<Consumer<Written>>map(files -> page -> files.write(page.name, page.content))
                .orElse(page -> terminal.print(page.content));
        PageRun run = pipeline.run(terminal, common.verbose, letter -> {});
        if (format == Format.TEXT) {
            run.overArticles(pages, article -> new Written(article.raw().name(), Format.text(article)), sink);
        } else {
            run.over(pages, this::write, sink);
        }
        return run.exit();
    }

    private Written write(Outcome.Extracted page) {
        return new Written(page.article().raw().name(), format.write(page));
    }
}
