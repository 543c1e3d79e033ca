package org.jingwei.rdf;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** Units as written to IRIs: QUDT where it has the unit, the EU's currency table for money, else one of our own. */
final class Units {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final Concepts listed;

    Units(Iris iris) {
        this.listed = Concepts.read(iris, "unit");
    }

    static boolean isCurrency(String unit) {
        return CURRENCIES.contains(unit);
    }

    /** @param code ISO 4217 */
    static Node currency(String code) {
        return Ns.iri(Ns.EU_CURRENCY, code);
    }

    Node node(Sheet sheet, String unit) {
        if (isCurrency(unit)) {
            return currency(unit);
        }
        return listed.named(unit).orElseGet(() -> {
            Node own = sheet.iris.named("unit", unit.isBlank() ? "1" : unit);
            sheet.type(own, "Unit");
            sheet.type(own, Ns.skos("Concept"));
            sheet.fact(own, Ns.skos("prefLabel"), Literals.simplified(unit));
            return own;
        });
    }
}
