package org.jingwei.link;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jingwei.link.Gazetteer.Organisation;
import org.jingwei.source.RawPage;

/** Known organisations by name and ticker. Immutable once made. */
final class Organisations {
    /** What may be missing behind the known name of a company, or be there too. */
    private static final List<String> TAILS = List.of("股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "股份公司", "公司");

    private static final Pattern SPACE = Pattern.compile("\\s");

    private final Map<String, List<Organisation>> byName = new HashMap<>(32_768);

    Organisations(List<Organisation> all) {
        for (Organisation organisation : all) {
            for (String name : organisation.names()) {
                String normal = normal(name);
                put(normal, organisation);
                if (normal.indexOf('(') >= 0) {
                    put(bare(normal), organisation);
                }
            }
            organisation.tickers().forEach(t -> put(t, organisation));
        }
    }

    private void put(String name, Organisation organisation) {
        List<Organisation> known = byName.computeIfAbsent(name, k -> new ArrayList<>(1));
        if (!known.contains(organisation)) {
            known.add(organisation);
        }
    }

    /** The organisations called so, or with that ticker; one that has it as its full name stands alone. */
    List<Organisation> named(String name) {
        List<Organisation> found = byName.getOrDefault(normal(name), List.of());
        if (found.isEmpty()) {
            found = byName.getOrDefault(bare(normal(name)), List.of());
        }
        if (found.isEmpty()) {
            found = byName.getOrDefault(ticker(name), List.of());
        }
        if (found.isEmpty()) {
            found = withoutTail(normal(name));
        }
        for (Organisation organisation : found) {
            if (found.size() > 1 && organisation.names().get(0).equals(normal(name))) {
                return List.of(organisation);
            }
        }
        return found;
    }

    /** 华为公司 is 华为; the tail proves that a company is meant, so ordinary words count, too. */
    private List<Organisation> withoutTail(String name) {
        for (String tail : TAILS) {
            if (name.endsWith(tail) && name.length() - tail.length() >= 2) {
                List<Organisation> found = byName.getOrDefault(name.substring(0, name.length() - tail.length()),
                        List.of());
                if (found.size() == 1 && isCompany(found.get(0))) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean isCompany(Organisation organisation) {
        return switch (organisation.kind()) {
            case "bank", "enterprise", "central-enterprise", "foreign-enterprise", "listed" -> true;
            default -> false;
        };
    }

    /** 700.HK, 0700.HK and 00700.HK are one ticker. */
    private static String ticker(String name) {
        String normal = normal(name).toUpperCase(java.util.Locale.ROOT);
        return normal.matches("[0-9]{1,4}\\.HK") ? "0".repeat(8 - normal.length()) + normal : normal;
    }

    /** An organisation known by its name only. */
    static Link.Thing thing(String name) {
        String normal = normal(name);
        String hash = RawPage.sha256(normal.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return new Link.Thing(Link.Kind.ORGANISATION, "org/" + hash, normal);
    }

    /** Width and white space do not tell names apart. */
    static String normal(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c > '~' && (c < 0x4e00 || c > 0x9fff)) {
                return SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
            }
        }
        return name;
    }

    /** 华润(集团)有限公司 is 华润集团有限公司. */
    private static String bare(String normal) {
        return normal.replace("(", "").replace(")", "");
    }
}
