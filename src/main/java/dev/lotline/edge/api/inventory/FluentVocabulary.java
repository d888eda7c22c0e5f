package dev.lotline.edge.api.inventory;

import static dev.lotline.kernel.Quantity.plain;

import java.math.BigDecimal;

/** Stock as Fluent Commerce counts it: the sum of the active quantities, expected and held ones never among them. */
record FluentVocabulary(BigDecimal onHand) {
    static FluentVocabulary of(Position p) {
        return new FluentVocabulary(plain(p.free()));
    }
}
