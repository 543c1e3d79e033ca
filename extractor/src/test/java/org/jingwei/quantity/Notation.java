package org.jingwei.quantity;

/** A quantity in the short form of the corpora: kind, value, unit, and the bound where it is not exact. */
public final class Notation {
    private Notation() {}

    public static String of(Quantity quantity) {
        return switch (quantity) {
            case Amount a -> "AMOUNT " + a.value().toPlainString() + " " + a.currency()
                    + (a.currencyStated() ? "" : "?") + bound(a.bound());
            case Count c -> "THINGS " + numbered(c);
            case Measure m -> "MEASURE " + numbered(m);
            case Duration d -> "DURATION " + numbered(d);
            case Rate r -> r.kind() + " " + r.value().toPlainString() + " " + r.unit().sign() + bound(r.bound());
            case Period p ->
                "PERIOD " + p.notation() + (p.inferred() ? " inferred" : "") + (p.pointInTime() ? " end" : "");
            case Occasion o -> "OCCASION " + o.notation() + (o.supplied().isEmpty() ? "" : " inferred");
        };
    }

    private static String numbered(Numbered n) {
        return n.value().toPlainString() + " " + n.unit() + bound(n.bound());
    }

    private static String bound(Bound bound) {
        return bound == Bound.EXACT ? "" : " " + bound;
    }
}
