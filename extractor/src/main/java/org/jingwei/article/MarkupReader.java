package org.jingwei.article;

import java.util.ArrayList;
import java.util.Optional;
import org.jingwei.article.Reading.Rejected;

/** Reads an HTML page: what its head says, which of its blocks are the article, what stands around them. */
final class MarkupReader {
    private final Draft draft;

    MarkupReader(Draft draft) {
        this.draft = draft;
    }

    /** Reads the decoded markup into the draft. */
    Optional<Rejected> read(String decoded) {
        draft.page = decoded;
        Markup markup = Markup.parse(decoded);
        var metadata = new MarkupMetadata(markup.document(), draft.url);
        var titles = new ArrayList<String>();
        draft.statedTitle().ifPresent(titles::add);
        titles.addAll(metadata.titles());
        var page = new PageText(markup, draft.script, titles, metadata.summary());
        var content = new MainContent(page).find();
        if (content.isEmpty()) {
            var whole = new PageText(markup.withHidden(), draft.script, titles, metadata.summary());
            content = new MainContent(whole).find();
            page = content.isEmpty() ? page : whole;
        }
        var refused = NoArticle.of(page, content);
        if (refused.isPresent() || content.isEmpty()) {
            return refused;
        }
        var found = content.get();
        if (found.body().stream().mapToLong(block -> block.text().length()).sum() > ArticleReader.LONGEST_TEXT) {
            return Optional
                    .of(ArticleReader.tooLarge("more than " + ArticleReader.LONGEST_TEXT + " characters of text"));
        }
        draft.source = metadata.source().map(draft::said);
        metadata.author().ifPresent(author -> draft.credits.readLabels("作者：" + draft.said(author)));
        metadata.editor().ifPresent(editor -> draft.credits.readLabels("编辑：" + draft.said(editor)));
        draft.publisher = metadata.publisher().map(draft::said);
        draft.url = draft.url.or(metadata::url);
        found.headline().ifPresent(block -> draft.headline = draft.line(Alignment.mapped(block, decoded)));
        if (draft.headline == null) {
            draft.headline = windowTitle(markup, decoded).orElse(null);
        }
        for (Block block : found.body()) {
            MappedText line = draft.line(Alignment.mapped(block, decoded));
            if (line.length() > 0) {
                // The cells of a row stay apart.
                draft.body.add(Repairs.spaced(line, block.parts().contains(Part.SPACE)));
                draft.credits.readReporters(draft.simplified(line));
            }
        }
        var site = new ArrayList<String>();
        Optional<StatedTime> shown = Optional.empty();
        Optional<StatedTime> changed = Optional.empty();
        for (var around : found.around()) {
            if (around.plain().length() <= 300) {
                if (around.kind() == Boilerplate.Kind.CREDITS) {
                    String line = Characters.narrowed(draft.said(around.block().text()));
                    draft.credit(line);
                    Optional<StatedTime> time = switch (around.where()) {
                        case ABOVE -> ShownTime.above(line);
                        case BELOW -> ShownTime.below(line);
                        case APART -> Optional.empty();
                    };
                    if (ShownTime.isChange(line)) {
                        changed = changed.isPresent() ? changed : time;
                    } else {
                        shown = shown.isPresent() ? shown : time;
                    }
                }
                site.add(around.plain());
            }
        }
        var head = metadata.published();
        draft.publishedAs(head.isPresent() || shown.isPresent() ? head : changed, shown);
        draft.publisher = draft.publisher
                .or(() -> titles.stream().map(Title::site).flatMap(Optional::stream).findFirst()
                        .map(draft::said))
                .or(() -> Publisher.in(site));
        draft.title = titles.stream().findFirst().map(t -> draft.said(Title.withoutSite(t)));
        return Optional.empty();
    }

    /** The headline in the window's title, where the page shows none. */
    private Optional<MappedText> windowTitle(Markup markup, String page) {
        var element = markup.document().selectFirst("title");
        if (element == null || element.textNodes().isEmpty()) {
            return Optional.empty();
        }
        var parts = element.textNodes().stream().map(Part::of).toList();
        var block = new Block(0, "title", parts, element.text(), 0, 0, 0, 0, 0, false, false);
        MappedText whole = Alignment.mapped(block, page);
        String headline = Title.withoutSite(whole.toString());
        if (Title.isNone(headline) || Title.isSite(draft.simplified(headline))) {
            return Optional.empty();
        }
        int at = whole.toString().indexOf(headline);
        return at < 0 || headline.isEmpty()
                ? Optional.empty()
                : Optional.of(draft.line(whole.subSequence(at, at + headline.length())));
    }
}
