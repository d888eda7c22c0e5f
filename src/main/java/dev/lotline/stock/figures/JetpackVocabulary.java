package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Stock as Jetpack counts it. An order with a line that is not fully claimed is an exception order: what it was promised
 * is not committed but stands, with what it lacks, under Exception.
 *
 * @param exception absent for a single warehouse, as are {@code backordered} and {@code sellable}
 * @param sellable negative when exception orders want more than there is
 */
public record JetpackVocabulary(
        @Schema(description = "Units announced, or counted and not committed.")
        Figure incoming,

        @Schema(description = "Units committed and good, or picked.")
        Figure onHand,

        @Schema(description = "Units reserved, picked, or promised to orders that lack nothing.")
        Figure committed,

        @Schema(description = "Units: onHand less committed.")
        Figure fulfillable,

        @Schema(
                description =
                        "Units open on orders with a line that is not fully claimed, covered lines included; absent for a single warehouse.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Figure exception,

        @Schema(description = "Units of exception that fulfillable does not cover; absent for a single warehouse.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Figure backordered,

        @Schema(
                description =
                        "Units: fulfillable less exception, below 0 when more is wanted; absent for a single warehouse.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Figure sellable,

        @Schema(description = "Units in quarantine.") Figure quarantine,
        @Schema(description = "Units that are damaged.") Figure damaged,

        @Schema(description = "Units expired, or with less life left than the item asks for.")
        Figure shortDated) {

    /** Every unit status of one lot. Exception and Backordered have no lot: they stand under the item alone. */
    public record OfLot(
            @Schema(description = "Units announced, or counted and not committed.")
            Figure incoming,

            @Schema(description = "Units committed and good, or picked.")
            Figure onHand,

            @Schema(description = "Units of the lot reserved or picked.")
            Figure committed,

            @Schema(description = "Units of the lot committed, good and not reserved.")
            Figure fulfillable,

            @Schema(description = "Units in quarantine.") Figure quarantine,
            @Schema(description = "Units that are damaged.") Figure damaged,

            @Schema(description = "Units expired, or with less life left than the item asks for.")
            Figure shortDated) {
        public Stream<Told> told() {
            return Told.all(incoming, onHand, committed, fulfillable, quarantine, damaged, shortDated);
        }
    }

    public static JetpackVocabulary of(Position p) {
        Figure onHand = p.of(Booked.AVAILABLE).plus(p.of(Booked.PICKED)).named("onHand");
        Figure toExceptions = p.of(Booked.ALLOCATED_TO_EXCEPTIONS);
        Figure committed = p.of(Booked.RESERVED)
                .plus(p.of(Booked.PICKED), p.of(Booked.ALLOCATED))
                .minus(toExceptions)
                .named("committed");
        Figure fulfillable = onHand.minus(committed).named("fulfillable");
        Figure exception =
                p.houseOnly(() -> toExceptions.plus(p.of(Booked.BACKORDERED)).named("exception"));
        return new JetpackVocabulary(
                p.incoming().named("incoming"),
                onHand,
                committed,
                fulfillable,
                exception,
                exception == null
                        ? null
                        : exception.minus(fulfillable).notNegative().named("backordered"),
                exception == null ? null : fulfillable.minus(exception).named("sellable"),
                p.of(Booked.QUARANTINED).named("quarantine"),
                p.of(Booked.DAMAGED).named("damaged"),
                p.of(Booked.SHORT_DATED).named("shortDated"));
    }

    public static OfLot of(LotPosition lot) {
        Figure available = lot.in(Booked.AVAILABLE);
        Figure picked = lot.in(Booked.PICKED);
        return new OfLot(
                lot.incoming().named("incoming"),
                available.plus(picked).named("onHand"),
                committed(lot),
                available.minus(lot.reserved()).named("fulfillable"),
                lot.in(Booked.QUARANTINED).named("quarantine"),
                lot.in(Booked.DAMAGED).named("damaged"),
                lot.in(Booked.SHORT_DATED).named("shortDated"));
    }

    /** Of one lot, without its other figures. */
    public static Figure committed(LotPosition lot) {
        return lot.reserved().plus(lot.in(Booked.PICKED)).named("committed");
    }

    public Stream<Told> told() {
        return Told.all(
                incoming,
                onHand,
                committed,
                fulfillable,
                exception,
                backordered,
                sellable,
                quarantine,
                damaged,
                shortDated);
    }
}
