package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jingwei.link.Gazetteer;
import org.jingwei.text.NameTrainer;
import org.jingwei.text.TrainingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** For whoever works on the program: learns to find names from the marked sentences. */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true, header = "Learn to find names from marked sentences, after sentences or the gazetteer have changed.", footer = {
        "", "Run it in the root folder of the sources. Takes less than a minute; the same sentences and the same",
        "gazetteer give the same bytes.", "",
        "Exit codes: 0 done; 2 a sentence breaks the format; 70 and above: failed." })
final class TrainVerb extends Verb {
    @Option(names = "--sentences", paramLabel = "DIR", description = "Where the marked sentences are (default: ${DEFAULT-VALUE}).", defaultValue = "extractor/src/training/sentences")
    private Path sentences;

    @Option(names = "--out", paramLabel = "FILE", description = "The model to write (default: ${DEFAULT-VALUE}).", defaultValue = "extractor/src/main/resources/org/jingwei/text/names.model")
    private Path out;

    TrainVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        TrainingText text;
        try {
            text = TrainingText.read(sentences);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "[" + sentences + "]\n" + e.getMessage());
        }
        byte[] model = NameTrainer.train(Gazetteer.load().lexicon(), text);
        Files.write(out, model);
        terminal.say(text.sentences().size() + " sentences, " + model.length + " bytes written to " + out);
        return Exit.DONE;
    }
}
