package dev.lotline.stock.figures;

import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stock as Fluent Commerce counts it: the sum of the active quantities, expected and held ones never among them. */
public record FluentVocabulary(
        @Schema(description = "The sum of the active quantities: units committed, good and claimed by nobody.")
        Figure onHand) {
    public static FluentVocabulary of(Position p) {
        return new FluentVocabulary(p.units().free().named("onHand"));
    }

    public Stream<Told> told() {
        return Told.all(onHand);
    }
}
