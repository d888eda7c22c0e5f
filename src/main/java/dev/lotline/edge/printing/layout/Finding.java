package dev.lotline.edge.printing.layout;

/** What is wrong with a layout, and with which field of it. */
public record Finding(Rule rule, String where) {
    /** What a layout must keep to. */
    public enum Rule {
        FIELD_OUTSIDE,
        FIELDS_OVERLAP,
        QUIET_ZONE,
        SYMBOL_TOO_WIDE,
        MODULE_TOO_SMALL,
        BAR_TOO_LOW,
        TEXT_TOO_LONG
    }

    @Override
    public String toString() {
        return rule + ": " + where;
    }
}
