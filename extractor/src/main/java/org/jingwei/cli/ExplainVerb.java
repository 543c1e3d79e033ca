package org.jingwei.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Why each fact is believed. */
@Command(name = "explain", mixinStandardHelpOptions = true, header = "Show why each fact of a page is believed, and what was read but is not.", description = {
        "", "For each fact its rule, its confidence and its sentence with the words highlighted (in ⟦ ⟧ where there",
        "is no colour), and the page's own characters where they were repaired.", "" }, footer = { "", "Examples:",
                "  jingwei explain page.html", "  jingwei explain - <page.html | less", "",
                "Exit codes: 0 done; 1 done, but some pages were rejected; 2 wrong usage; 70 and above: failed." })
final class ExplainVerb extends Verb {
    @Mixin
    private PageInputs inputs;

    @Mixin
    private PipelineOptions pipeline;

    ExplainVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        PageRun run = pipeline.run(terminal, common.verbose, letter -> {});
        run.over(inputs.open(terminal), page -> Explanation.of(page, terminal.colour()), text -> {
            if (run.extracted() > 1) {
                terminal.print("\n");
            }
            terminal.print(text);
        });
        return run.exit();
    }
}
