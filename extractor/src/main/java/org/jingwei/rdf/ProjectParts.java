package org.jingwei.rdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact;

/**
 * Writes which project of an article is a phase or section of another of it, so that nobody adds the one to the other:
 * 锂电材料项目一期 or 锂电材料一期项目 is part of 锂电材料项目 where the article names both. The whole is the outermost. A
 * project for which more money is stated than for the other is no part of it; the other is then an earlier phase.
 */
final class ProjectParts {
    private static final String KIND = "(?:建设)?(?:项目|工程)";
    private static final Pattern PART = Pattern.compile("(?<base>.+?)[（(]?(?:"
            + "(?:第?[一二三四五六七八九十]{1,2}|第?[0-9]{1,2}|[IVXⅠ-Ⅻ]{1,4}|首)(?:期|阶段|批次?|标段)|子项目?)[）)]?(?:" + KIND + ")?");
    private static final Pattern END = Pattern.compile(KIND + "$");

    private final Sheet sheet;
    private final List<Fact.Project> projects = new ArrayList<>();
    private final Map<String, List<Fact.Money>> investments = new LinkedHashMap<>();

    ProjectParts(Sheet sheet, List<Fact> facts) {
        this.sheet = sheet;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Project project) {
                projects.add(project);
            } else if (fact instanceof Fact.Money money && money.role() == Fact.AmountRole.TOTAL_INVESTMENT) {
                investments.computeIfAbsent(money.of(), id -> new ArrayList<>()).add(money);
            }
        }
    }

    void write() {
        for (Fact.Project project : projects) {
            Optional<Fact.Project> outermost = whole(project);
            for (var next = outermost; next.isPresent(); next = whole(next.get())) {
                outermost = next;
            }
            outermost.ifPresent(whole -> {
                var part = sheet.local("project", project.id());
                sheet.fact(part, "partOfProject", sheet.local("project", whole.id()));
                sheet.fact(part, "inferred", sheet.term("partOfProject"));
            });
        }
    }

    /** The name of a whole is shorter than that of its part, so that following it ends. */
    private Optional<Fact.Project> whole(Fact.Project part) {
        Matcher name = PART.matcher(part.name());
        if (!name.matches()) {
            return Optional.empty();
        }
        String base = withoutKind(name.group("base"));
        return projects.stream().filter(other -> other.name().length() < part.name().length()
                && withoutKind(other.name()).equals(base) && !exceeds(part, other)).findFirst();
    }

    private static String withoutKind(String name) {
        return END.matcher(name).replaceFirst("");
    }

    private boolean exceeds(Fact.Project part, Fact.Project whole) {
        return of(part).stream().anyMatch(one -> of(whole).stream().anyMatch(
                other -> one.currency().equals(other.currency()) && one.value().compareTo(other.value()) > 0));
    }

    private List<Fact.Money> of(Fact.Project project) {
        return investments.getOrDefault(project.id(), List.of());
    }
}
