package org.jingwei.cli;

import java.util.function.Supplier;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.article.Reading;
import org.jingwei.publish.PageReader;
import org.jingwei.publish.ReadPage;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.RawPage;

/** Reads a page for who wants to see what becomes of it; nothing is stored. */
final class Trial implements PageReader {
    private final Supplier<Pipeline> pipeline;

    /** @param pipeline asked for the first page */
    Trial(Supplier<Pipeline> pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public ReadPage read(RawPage page) {
        try {
            return switch (pipeline.get().run(page)) {
                case Outcome.Extracted extracted -> new ReadPage.Read(PageAccount.of(extracted));
                case Outcome.Rejected(RawPage same, Reading.Rejected reading) -> refused(DeadLetter.of(page, reading));
                case Outcome.Broken(var article, Verdict.Broken verdict) -> refused(DeadLetter.of(page, verdict));
            };
        } catch (RuntimeException | StackOverflowError e) {
            return refused(DeadLetter.of(page, e)); // a page that shows a fault is an answer, too
        }
    }

    private static ReadPage refused(DeadLetter letter) {
        return new ReadPage.Refused(letter.stage(), letter.reason(), letter.detail(), letter.remedy());
    }
}
