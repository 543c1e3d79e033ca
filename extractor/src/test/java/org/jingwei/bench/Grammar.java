package org.jingwei.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Rules that expand to text by chance; their notation is told at the head of {@code invented/news.tsv}. Immutable. */
final class Grammar {
    private static final Pattern SLOT = Pattern
            .compile("\\{(=?)([A-Za-z][A-Za-z0-9.]*)}|\\{(\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)}");

    private final Map<String, List<String>> rules = new HashMap<>();

    /** @param resource a file of the test resources */
    Grammar(String resource) {
        for (String line : text(resource).lines().filter(line -> !line.startsWith("#")).toList()) {
            String[] rule = line.split("\t");
            var expansions = rules.computeIfAbsent(rule[0], name -> new ArrayList<>());
            if (rule[1].startsWith("*")) {
                rule[1].substring(1).codePoints().forEach(c -> expansions.add(Character.toString(c)));
            } else {
                expansions.add(rule[1].replace("\\n", "\n"));
            }
        }
    }

    private static String text(String resource) {
        try (var in = Grammar.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    Page page(RandomGenerator random) {
        return new Page(random);
    }

    /** One page in the making: it remembers what has to be the same throughout. Of one thread. */
    final class Page {
        private final RandomGenerator random;
        private final Map<String, String> same = new HashMap<>();
        private final Set<String> had = new HashSet<>();

        private Page(RandomGenerator random) {
            this.random = random;
        }

        /** Says what {@code {=name}} is from now on. */
        void set(String name, String text) {
            same.put(name, text);
        }

        /** The expansion of {@code {=name}}. */
        String same(String name) {
            String known = same.get(name);
            if (known == null) {
                known = expand(name);
                same.put(name, known);
            }
            return known;
        }

        /** An expansion of {@code {name}}. */
        String expand(String name) {
            return fill(any(rule(name)));
        }

        /** An expansion by a line of the rule that this page has not had yet, as long as there is one. */
        String expandAnew(String name) {
            List<String> left = rule(name).stream().filter(line -> !had.contains(line)).toList();
            String line = any(left.isEmpty() ? rule(name) : left);
            had.add(line);
            return fill(line);
        }

        private List<String> rule(String name) {
            return Objects.requireNonNull(rules.get(name), name);
        }

        private String any(List<String> lines) {
            return lines.get(random.nextInt(lines.size()));
        }

        private String fill(String line) {
            var slot = SLOT.matcher(line);
            var out = new StringBuilder();
            while (slot.find()) {
                slot.appendReplacement(out, "");
                out.append(slot.group(2) == null
                        ? number(new BigDecimal(slot.group(3)), new BigDecimal(slot.group(4)))
                        : slot.group(1).isEmpty() ? expand(slot.group(2)) : same(slot.group(2)));
            }
            return slot.appendTail(out).toString();
        }

        /** With as many decimals as {@code last} has. */
        private String number(BigDecimal first, BigDecimal last) {
            long from = first.setScale(last.scale()).unscaledValue().longValueExact();
            long to = last.unscaledValue().longValueExact();
            return BigDecimal.valueOf(random.nextLong(from, to + 1), last.scale()).toPlainString();
        }
    }
}
