package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.Outcome;
import org.jingwei.evaluate.Finding;
import org.jingwei.evaluate.GoldFolder;
import org.jingwei.evaluate.Pair;
import org.jingwei.evaluate.Scorecard;
import org.jingwei.evaluate.Thresholds;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.source.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How well the extracted facts agree with gold. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, header = "Compare extracted facts with gold facts: precision, recall, F1 for each kind.", footer = {
        "", "Examples:", "  jingwei evaluate --gold gold/ --articles articles.jsonl",
        "  jingwei evaluate --gold gold/ --predicted facts/ --errors amount", "",
        "Exit codes: 0 done; 1 done, but some pages were rejected or the score is below a threshold; 2 wrong usage;",
        "70 and above: failed." })
final class EvaluateVerb extends Verb {
    @Option(names = "--gold", paramLabel = "DIR", required = true, description = "Gold facts, one NAME.json an article.")
    private Path gold;

    @Option(names = "--articles", paramLabel = "INPUT", arity = "1..*", description = {
            "The articles: extracted now. Their names (or ids) are those of the gold files.", PageInputs.INPUT })
    private List<String> articles = List.of();

    @Option(names = "--predicted", paramLabel = "DIR", description = "Instead of articles: facts extracted before with `extract --format facts --out DIR`.")
    private Optional<Path> predicted = Optional.empty();

    @Mixin
    private InputFlags inputs;

    @Option(names = "--thresholds", paramLabel = "FILE", description = "Fail when a row is below its threshold. Lines: ROW = MINIMUM.")
    private Optional<Path> thresholds = Optional.empty();

    @Option(names = "--errors", paramLabel = "KIND", description = "List what was missed and what was too much, in the rows whose name contains KIND.")
    private Optional<String> errors = Optional.empty();

    @Option(names = "--json", description = "Print the score as JSON instead of a table.")
    private boolean json;

    @Mixin
    private PipelineOptions pipeline;

    EvaluateVerb(Terminal terminal) {
        super(terminal);
    }

    private record Answer(String name, Map<String, Object> facts) {}

    @Override
    public Integer call() throws IOException {
        Optional<Thresholds> required = Optional.empty();
        if (thresholds.isPresent()) {
            required = Optional.of(readThresholds(thresholds.get()));
        }
        boolean read = !articles.isEmpty() || inputs.hasLists();
        if (read == predicted.isPresent()) {
            throw new ParameterException(spec.commandLine(), read
                    ? "--predicted goes with neither --articles nor --from-list"
                    : "Missing: --articles INPUT, --from-list FILE or --predicted DIR");
        }
        int exit = Exit.DONE;
        List<Pair> pairs;
        if (predicted.isPresent()) {
            if (!Files.isDirectory(predicted.get())) {
                throw new ParameterException(spec.commandLine(), "--predicted is not a folder: " + predicted.get());
            }
            pairs = goldAgainst(predicted.get());
        } else {
            Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
            // Gold against itself, so that a wrong folder is noticed before the work; the answers come below.
            pairs = goldAgainst(gold);
            PageRun run = pipeline.run(terminal, common.verbose, letter -> {});
            run.over(inputs.open(articles, terminal), this::answer,
                    answer -> facts.put(answer.name, answer.facts));
            exit = run.exit();
            pairs = pairs.stream().map(pair -> new Pair(pair.article(), pair.gold(),
                    facts.getOrDefault(pair.article(), Map.of()))).toList();
        }
        Scorecard score = Scorecard.of(pairs);
        terminal.print(json ? Json.pretty(score.toMap()) : score.table());
        errors.ifPresent(kind -> score.errors(kind).forEach(finding -> terminal.print(finding.line() + "\n")));
        List<Thresholds.Shortfall> shortfalls = required.map(rows -> rows.check(score)).orElse(List.of());
        shortfalls.forEach(row -> terminal.say(row.line()));
        return shortfalls.isEmpty() ? exit : Math.max(exit, Exit.SOME_REJECTED);
    }

    private List<Pair> goldAgainst(Path predicted) throws IOException {
        if (!Files.isDirectory(gold)) {
            throw new ParameterException(spec.commandLine(), "--gold is not a folder: " + gold);
        }
        return GoldFolder.pairs(gold, predicted);
    }

    private Answer answer(Outcome.Extracted page) {
        return new Answer(page.article().raw().name(), FlatFacts.of(page.graph()));
    }

    private Thresholds readThresholds(Path file) throws IOException {
        try {
            return Thresholds.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage());
        }
    }
}
