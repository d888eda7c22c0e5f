package dev.lotline.operations.billing.pages;

/** By what the lines of a month are summed. */
public enum GroupBy {
    LOT,
    SKU,
    LOCATION,
    CLASS,
    DAY
}
