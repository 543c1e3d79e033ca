package org.jingwei.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Retraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Articles out of a store, with a reason that stays. */
@Command(name = "retract", mixinStandardHelpOptions = true, header = "Take articles out of a store, and say why.", description = {
        "",
        "What the article stated is gone from every answer; that it was retracted, and the reason, stays in the",
        "catalog. Loading its page again does nothing but tell the reason; load --unretract takes it back. The page",
        "itself stays in the store's archive.", "" }, footer = { "", "Examples:",
                "  jingwei retract 55939ddac3865e65 --db data --reason \"corrected by its publisher\"",
                "  jingwei retract http://www.example.org/news/1.html --db data --reason \"not a news page\"", "",
                "Exit codes: 0 done; 1 done, but something named is not in the store or stands for several; 2 wrong usage; 70 and above: failed." })
final class RetractVerb extends Verb {
    @Parameters(paramLabel = "WHAT", arity = "1..*", description = "An article: its key, the SHA-256 of its page, its IRI, the identifier that tables show, or the place where its page was read or published. Where it stands for several, none is taken out without --all.")
    private List<String> what = List.of();

    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--all", description = "Take out all articles that a place or an identifier stands for.")
    private boolean all;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in words; everybody who asks for the article is told.")
    private String reason;

    RetractVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason must say something");
        }
        int unknown = 0;
        try (var store = KnowledgeStore.openExisting(db)) {
            for (String name : what) {
                Collection<String> keys = store.named(name.strip());
                if (keys.size() > 1 && !all) {
                    unknown++;
                    terminal.say(name + ": several articles are called so, and none was taken out. Give their keys ("
                            + String.join(", ", keys) + "), or --all.");
                    continue;
                }
                List<Retraction> done = Retraction.retract(store, name, reason.strip());
                done.forEach(this::tell);
                if (done.isEmpty()) {
                    unknown++;
                    terminal.say(name + ": nothing in " + db + " has this key, hash, IRI, identifier or place. "
                            + "See which articles there are: jingwei query coverage/articles --db " + db);
                }
            }
        }
        return unknown == 0 ? Exit.DONE : Exit.SOME_REJECTED;
    }

    private void tell(Retraction done) {
        String article = done.tombstone().key() + done.tombstone().location().map(at -> " (" + at + ")").orElse("");
        terminal.say(done.changed()
                ? article + ": retracted, " + Counted.of(done.facts(), "fact") + " taken out"
                : article + ": was retracted already");
    }
}
