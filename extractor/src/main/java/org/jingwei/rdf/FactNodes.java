package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;
import org.jingwei.quantity.Bound;
import org.jingwei.rdf.EntityNodes.Use;

/**
 * Writes the facts of one article. Nodes of facts that have no id are numbered in the order of the facts
 * ({@code amount/a1}); names that stand in a fact are kept as written beside the node that they mean.
 */
final class FactNodes {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sheet sheet;
    private final EvidenceNodes evidence;
    private final EntityNodes entities;
    private final Concepts indicators;
    private final Units units;
    private final Node article;
    private final Set<String> projects = new HashSet<>();
    private final Map<String, Integer> counters = new HashMap<>();

    FactNodes(Sheet sheet, EvidenceNodes evidence, EntityNodes entities, Concepts indicators, Units units,
            List<Fact> facts) {
        this.sheet = sheet;
        this.evidence = evidence;
        this.entities = entities;
        this.indicators = indicators;
        this.units = units;
        this.article = sheet.iris.article(sheet.key);
        for (Fact fact : facts) {
            if (fact instanceof Fact.Project project) {
                projects.add(project.id());
            }
        }
    }

    void write(Fact fact) {
        switch (fact) {
            case Fact.Name name -> name(name);
            case Fact.Event event -> event(event);
            case Fact.Project project -> project(project);
            case Fact.Money money -> money(money);
            case Fact.Number number -> number(number);
            case Fact.Indicator indicator -> indicator(indicator);
            case Fact.Role role -> role(role);
            case Fact.Cooperation cooperation -> cooperation(cooperation);
            case Fact.Designation designation -> designation(designation);
            case Fact.Quotation quotation -> quotation(quotation);
            case Fact.Discarded discarded -> discarded(discarded);
        }
    }

    private void name(Fact.Name name) {
        Node node = next("name", "n");
        Node entity = entities.of(name.name(), Use.ANY);
        sheet.fact(article, Ns.schema("mentions"), entity);
        sheet.whyType(node, "Name");
        sheet.why(node, "names", entity);
        sheet.why(node, "entityType", sheet.iris.code("entityType", name.type().name()));
        sheet.why(node, Ns.schema("name"), Literals.simplified(name.name()));
        entities.reason(node, name.name(), Use.ANY);
        evidence.of(node, name.evidence());
    }

    private void event(Fact.Event event) {
        Node node = sheet.local("event", event.id());
        sheet.type(node, EventClasses.of(event));
        sheet.fact(node, "eventType", sheet.iris.code("eventType", event.type().name()));
        sheet.fact(node, Ns.schema("name"), Literals.simplified(event.name()));
        sheet.fact(node, "trigger", Literals.simplified(event.trigger()));
        event.date().ifPresent(date -> sheet.fact(node, Ns.schema("startDate"), Literals.calendar(date)));
        if (event.dateInferred() && event.date().isPresent()) {
            inferred(node, Ns.schema("startDate"));
        }
        event.places().forEach(place -> place(node, place));
        for (String participant : event.participants()) {
            sheet.fact(node, "participant", entities.of(participant, Use.ANY));
            stated(node, "statedParticipant", participant);
        }
        event.parent().ifPresent(id -> sheet.fact(node, Ns.schema("superEvent"), sheet.local("event", id)));
        status(node, event.status());
        evidence.of(node, event.evidence());
    }

    private void project(Fact.Project project) {
        Node node = sheet.local("project", project.id());
        sheet.type(node, "InvestmentProject");
        sheet.fact(node, Ns.schema("name"), Literals.simplified(project.name()));
        for (String investor : project.investors()) {
            sheet.fact(node, "investor", entities.of(investor, Use.ORGANISATION));
            stated(node, "statedInvestor", investor);
        }
        project.places().forEach(place -> place(node, place));
        sheet.fact(node, "phase", sheet.iris.code("phase", project.phase().name()));
        project.event().ifPresent(id -> sheet.fact(sheet.local("event", id), "eventObject", node));
        evidence.of(node, project.evidence());
    }

    private void place(Node node, String place) {
        sheet.fact(node, Ns.schema("location"), entities.of(place, Use.PLACE));
        stated(node, "statedPlace", place);
    }

    private void money(Fact.Money money) {
        Node node = next("amount", "a");
        sheet.type(node, "MonetaryAmount");
        sheet.fact(owner(money.of()), "amount", node);
        sheet.fact(node, "amountRole", sheet.iris.code("amountRole", money.role().name()));
        sheet.fact(node, Ns.schema("value"), Literals.decimal(money.value()));
        sheet.fact(node, Ns.schema("currency"), Literals.string(money.currency()));
        sheet.fact(node, "currency", Units.currency(money.currency()));
        if (!money.currencyStated()) {
            inferred(node, Ns.schema("currency"));
        }
        value(node, money.bound(), money.status(), money.text());
        evidence.of(node, money.evidence());
    }

    private void number(Fact.Number number) {
        Node node = next("count", "c");
        sheet.type(node, "Quantity");
        sheet.fact(owner(number.of()), "quantity", node);
        sheet.fact(node, "counted", Literals.simplified(number.what()));
        sheet.fact(node, Ns.schema("value"), Literals.decimal(number.value()));
        sheet.fact(node, Ns.schema("unitText"), Literals.simplified(number.unit()));
        value(node, number.bound(), number.status(), number.text());
        evidence.of(node, number.evidence());
    }

    private void indicator(Fact.Indicator indicator) {
        Node node = next("observation", "o");
        Observation observation = Observation.of(indicator);
        sheet.type(node, "ReportedObservation");
        sheet.type(node, Ns.qb("Observation"));
        Node subject = entities.of(indicator.region(), Use.ANY);
        boolean company = !entities.isPlace(subject) && entities.isNamed(indicator.region());
        sheet.fact(node, Ns.qb("dataSet"), sheet.iris.dataSet(company ? "company-indicators" : "regional-indicators"));
        sheet.fact(node, company ? sheet.term("refOrganisation") : Ns.dimension("refArea"), subject);
        stated(node, "statedSubject", indicator.region());
        sheet.fact(node, Ns.dimension("refPeriod"), indicator.period().map(p -> PeriodNodes.write(sheet, p))
                .orElseGet(() -> PeriodNodes.unspecified(sheet)));
        if (indicator.periodInferred() && indicator.period().isPresent()) {
            inferred(node, Ns.dimension("refPeriod"));
        }
        sheet.fact(node, "indicator", concept(indicator.indicator()));
        stated(node, "statedIndicator", indicator.indicator());
        sheet.fact(node, "measure", sheet.iris.code("measure", indicator.measure().name()));
        sheet.fact(node, "transformation", sheet.iris.code("transformation", observation.transformation()));
        indicator.basis().ifPresent(basis -> sheet.fact(node, "basis", sheet.iris.code("basis", basis.name())));
        sheet.fact(node, Ns.iri(Ns.SDMX_MEASURE, "obsValue"), Literals.decimal(observation.value()));
        sheet.fact(node, Ns.attribute("unitMeasure"), units.node(sheet, observation.unit()));
        if (observation.normalised()) {
            inferred(node, Ns.iri(Ns.SDMX_MEASURE, "obsValue"));
        }
        if (Units.isCurrency(indicator.unit()) && !indicator.currencyStated()) {
            inferred(node, Ns.attribute("unitMeasure"));
        }
        sheet.fact(node, "statedValue", Literals.decimal(indicator.value()));
        sheet.fact(node, "statedUnit", Literals.simplified(indicator.unit()));
        indicator.of().ifPresent(of -> {
            stated(node, "statedBase", of);
            if (entities.isNamed(of)) {
                sheet.fact(node, "base", entities.of(of, Use.ANY));
            }
        });
        sheet.fact(node, "reportedIn", article);
        sheet.fact(node, "statedAt", evidence.span(indicator.evidence().spans().getFirst()));
        value(node, indicator.bound(), indicator.status(), indicator.text());
        evidence.of(node, indicator.evidence());
    }

    /** What an observation says in terms that compare across articles. */
    private record Observation(BigDecimal value, String unit, String transformation, boolean normalised) {

        /**
         * 增长3.4倍 is a growth of 340 %, and 翻一番 one of 100 %. 是…的1.8倍 stays a ratio. Only what says
         * itself that it grew is turned; anything else keeps its stated value.
         */
        static Observation of(Fact.Indicator indicator) {
            boolean growth = indicator.measure() == Fact.Measure.MULTIPLE && indicator.unit().equals("倍")
                    && indicator.of().isEmpty() && indicator.text().matches(".*(增|翻|提高|上升|扩大).*")
                    && !indicator.text().contains("的");
            return growth
                    ? new Observation(indicator.value().multiply(HUNDRED), "%", growth(indicator), true)
                    : new Observation(indicator.value(), indicator.unit(), transformation(indicator), false);
        }

        private static String transformation(Fact.Indicator indicator) {
            return switch (indicator.measure()) {
                case LEVEL -> "N";
                case GROWTH -> growth(indicator);
                case MULTIPLE -> "RATIO";
                case SHARE -> "SHARE";
                case AVG_GROWTH -> "GAVG";
                case CHANGE -> "DIFF";
                case RANK -> "RANK";
            };
        }

        private static String growth(Fact.Indicator indicator) {
            return indicator.basis().map(basis -> switch (basis) {
                case YOY -> "GY";
                case QOQ, MOM -> "G1";
            }).orElse("G");
        }
    }

    private Node concept(String indicator) {
        return indicators.named(indicator).orElseGet(() -> {
            Node own = sheet.iris.named("indicator", indicator);
            sheet.type(own, "Indicator");
            sheet.type(own, Ns.skos("Concept"));
            sheet.fact(own, Ns.skos("inScheme"), sheet.iris.codeScheme("indicator"));
            sheet.fact(own, Ns.skos("prefLabel"), Literals.simplified(indicator));
            return own;
        });
    }

    private void role(Fact.Role role) {
        Node node = next("role", "r");
        sheet.type(node, Ns.org("Membership"));
        sheet.fact(node, Ns.org("member"), entities.of(role.person(), Use.PERSON));
        stated(node, "statedPerson", role.person());
        Node title = sheet.iris.named("role", role.title());
        sheet.type(title, Ns.org("Role"));
        sheet.fact(title, Ns.skos("prefLabel"), Literals.simplified(role.title()));
        sheet.fact(node, Ns.org("role"), title);
        stated(node, "statedTitle", role.title());
        role.organisation().ifPresent(name -> {
            Node where = entities.of(name, Use.ORGANISATION);
            sheet.fact(node, entities.isPlace(where) ? sheet.term("jurisdiction") : Ns.org("organization"), where);
            stated(node, "statedOrganisation", name);
        });
        evidence.of(node, role.evidence());
    }

    private void cooperation(Fact.Cooperation cooperation) {
        Node node = next("cooperation", "k");
        sheet.type(node, "Cooperation");
        for (String party : cooperation.parties()) {
            sheet.fact(node, "party", entities.of(party, Use.ANY));
            stated(node, "statedParty", party);
        }
        cooperation.object().ifPresent(object -> stated(node, "cooperationObject", object));
        evidence.of(node, cooperation.evidence());
    }

    private void designation(Fact.Designation designation) {
        Node node = next("designation", "g");
        sheet.type(node, "Designation");
        sheet.fact(node, Ns.schema("name"), Literals.simplified(designation.title()));
        sheet.fact(node, "designee", entities.of(designation.designee(), Use.ANY));
        stated(node, "statedDesignee", designation.designee());
        designation.by().ifPresent(
                by -> sheet.fact(node, "designatedBy", entities.of(by, Use.ORGANISATION)));
        designation.date().ifPresent(date -> sheet.fact(node, Ns.schema("startDate"), Literals.calendar(date)));
        if (designation.dateInferred() && designation.date().isPresent()) {
            inferred(node, Ns.schema("startDate"));
        }
        evidence.of(node, designation.evidence());
    }

    private void quotation(Fact.Quotation quotation) {
        Node node = next("quotation", "q");
        sheet.type(node, Ns.schema("Quotation"));
        sheet.fact(node, Ns.schema("text"), Literals.simplified(quotation.words()));
        sheet.fact(node, Ns.schema("creator"), entities.of(quotation.speaker(), Use.ANY));
        stated(node, "statedSpeaker", quotation.speaker());
        evidence.of(node, quotation.evidence());
    }

    private void discarded(Fact.Discarded discarded) {
        Node node = next("discarded", "d");
        sheet.whyType(node, "DiscardedReading");
        sheet.why(node, "statedText", Literals.simplified(discarded.text()));
        sheet.why(node, "reason", Literals.string(discarded.reason()));
        sheet.why(node, "reportedIn", article);
        evidence.of(node, discarded.evidence());
    }

    private void value(Node node, Bound bound, Status status, String text) {
        sheet.fact(node, "bound", sheet.iris.code("bound", bound.name()));
        status(node, status);
        stated(node, "statedText", text);
    }

    private void status(Node node, Status status) {
        sheet.fact(node, "status", sheet.iris.code("status", status.name()));
    }

    private void stated(Node node, String property, String words) {
        sheet.fact(node, property, Literals.simplified(words));
    }

    private void inferred(Node node, Node property) {
        sheet.fact(node, "inferred", property);
    }

    /** An id that no project has is an event's; where no event has it either, the shapes refuse the graph. */
    private Node owner(String id) {
        return sheet.local(projects.contains(id) ? "project" : "event", id);
    }

    private Node next(String kind, String letter) {
        return sheet.local(kind, letter + counters.merge(kind, 1, Integer::sum));
    }
}
