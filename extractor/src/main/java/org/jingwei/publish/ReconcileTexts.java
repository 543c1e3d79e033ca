package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jingwei.link.Entity;
import org.jingwei.link.Identifier;
import org.jingwei.link.NameSearch;

/** What tells one thing from others of its name, in words and as a small page. */
final class ReconcileTexts {
    static final int WIDTH = 430;
    static final int HEIGHT = 300;
    private static final int MOST_NAMES = 12;
    private static final String STYLE = "body{font:14px/1.5 system-ui,\"PingFang SC\",\"Noto Sans CJK SC\",sans-serif;"
            + "margin:.6rem;color:#222}h1{font-size:1.1rem;margin:0 0 .4rem}p{margin:.2rem 0}a{color:#06c}";

    private ReconcileTexts() {}

    /** One line: kind, what it lies in, codes, when it ended. */
    static String description(Entity entity, NameSearch search) {
        List<String> parts = new ArrayList<>();
        if (!entity.kind().isEmpty()) {
            parts.add(entity.kind());
        }
        search.entity(entity.parent()).ifPresent(parent -> parts.add("in " + path(parent, search)));
        String codes = codes(entity);
        if (!codes.isEmpty()) {
            parts.add(codes);
        }
        if (entity.ended()) {
            String heirs = heirs(entity, search);
            parts.add("until " + entity.until() + (heirs.isEmpty() ? "" : ", now " + heirs));
        }
        return parts.isEmpty() ? "organisation" : String.join(" · ", parts);
    }

    /** 江苏省苏州市. */
    private static String path(Entity entity, NameSearch search) {
        return search.entity(entity.parent()).map(parent -> path(parent, search)).orElse("") + entity.label();
    }

    private static String codes(Entity entity) {
        return entity.identifiers().stream().map(Identifier::value).collect(Collectors.joining(", "));
    }

    private static String heirs(Entity entity, NameSearch search) {
        return entity.heirs().stream().flatMap(id -> search.entity(id).stream()).filter(heir -> !heir.ended())
                .map(heir -> heir.label() + " (" + heir.id() + ")").collect(Collectors.joining(", "));
    }

    /** A page for a frame of {@value #WIDTH} by {@value #HEIGHT} pixels, without scripts. */
    static String preview(Entity entity, String type, NameSearch search, String address) {
        String names = entity.names().stream().map(Entity.Name::text).filter(n -> !n.equals(entity.label()))
                .distinct().limit(MOST_NAMES).collect(Collectors.joining("、"));
        return page(entity.label(), "<h1>" + Html.text(entity.label()) + "</h1>\n<p>" + Html.text(type) + "</p>\n<p>"
                + Html.text(description(entity, search)) + "</p>\n"
                + (names.isEmpty() ? "" : "<p lang=\"zh-Hans\">" + Html.text(names) + "</p>\n") + "<p><a href=\""
                + Html.text(address) + "\" target=\"_blank\" rel=\"noopener\">" + Html.text(entity.id())
                + "</a></p>");
    }

    static String unknown(String id) {
        return page("Not found", "<p>There is nothing with the id " + Html.text(id) + ".</p>");
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + Html.text(title)
                + "</title><style>" + STYLE + "</style></head>\n<body>\n" + body + "\n</body></html>\n";
    }
}
