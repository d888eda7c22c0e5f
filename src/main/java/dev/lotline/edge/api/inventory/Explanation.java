package dev.lotline.edge.api.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lotline.stock.figures.BottleneckVocabulary;
import dev.lotline.stock.figures.EndlessVocabulary;
import dev.lotline.stock.figures.Figure;
import dev.lotline.stock.figures.FluentVocabulary;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import dev.lotline.stock.figures.Told;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of an answer came about, for whoever wants to do the arithmetic again: by vocabulary and name.
 *
 * @param booked the counts that every formula comes down to, and what they count
 * @param endless absent for a lot, as is {@code fluent}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(
        Map<String, Count> booked,
        Map<String, Step> shipstream,
        @Nullable Map<String, Step> endless,
        Map<String, Step> jetpack,
        @Nullable Map<String, Step> fluent,
        Map<String, Step> bottleneck) {

    /** A count of the books. */
    @Schema(name = "BookedCount")
    record Count(Figure value, @Nullable String meaning) {}

    /** @param value what is told: a number of units or a word */
    @Schema(name = "ExplainedFigure")
    record Step(
            @Schema(description = "In the names of the operands.", example = "max(0, AVAILABLE - ALLOCATED - RESERVED)")
            String formula,

            @Schema(description = "Name to value, in the order of the formula.")
            Map<String, Figure> operands,

            Object value) {}

    static Explanation of(
            ShipStreamVocabulary shipstream,
            EndlessVocabulary endless,
            JetpackVocabulary jetpack,
            FluentVocabulary fluent,
            BottleneckVocabulary bottleneck) {
        return of(
                steps(shipstream.told()),
                steps(endless.told()),
                steps(jetpack.told()),
                steps(fluent.told()),
                steps(bottleneck.told()));
    }

    static Explanation ofLot(
            ShipStreamVocabulary.OfLot shipstream,
            JetpackVocabulary.OfLot jetpack,
            BottleneckVocabulary.OfLot bottleneck) {
        return of(steps(shipstream.told()), null, steps(jetpack.told()), null, steps(bottleneck.told()));
    }

    private static Explanation of(
            Map<String, Step> shipstream,
            @Nullable Map<String, Step> endless,
            Map<String, Step> jetpack,
            @Nullable Map<String, Step> fluent,
            Map<String, Step> bottleneck) {
        Map<String, Count> booked = new LinkedHashMap<>();
        Stream.of(shipstream, endless, jetpack, fluent, bottleneck)
                .filter(Objects::nonNull)
                .flatMap(steps -> steps.values().stream())
                .forEach(step -> step.operands().forEach((name, figure) -> {
                    if (figure.meaning() != null) {
                        booked.put(name, new Count(figure, figure.meaning()));
                    }
                }));
        return new Explanation(booked, shipstream, endless, jetpack, fluent, bottleneck);
    }

    private static Map<String, Step> steps(Stream<Told> told) {
        Map<String, Step> steps = new LinkedHashMap<>();
        told.forEach(each -> steps.put(each.name(), new Step(each.formula(), each.operands(), each.value())));
        return steps;
    }
}
