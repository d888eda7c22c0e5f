package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stock as Jetpack counts it. An order with a line that is not fully claimed is an exception order: what it was promised
 * is not committed but stands, with what it lacks, under Exception.
 *
 * @param exception absent for a single warehouse, as are {@code backordered} and {@code sellable}
 * @param sellable negative when exception orders want more than there is
 */
public record JetpackVocabulary(
        Figure incoming,
        Figure onHand,
        Figure committed,
        Figure fulfillable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Figure exception,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Figure backordered,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Figure sellable,
        Figure quarantine,
        Figure damaged,
        Figure shortDated) {

    /** Every unit status of one lot. Exception and Backordered have no lot: they stand under the item alone. */
    public record OfLot(
            Figure incoming,
            Figure onHand,
            Figure committed,
            Figure fulfillable,
            Figure quarantine,
            Figure damaged,
            Figure shortDated) {
        public Stream<Told> told() {
            return Told.all(incoming, onHand, committed, fulfillable, quarantine, damaged, shortDated);
        }
    }

    public static JetpackVocabulary of(Position p) {
        Position.Physical there = p.physical();
        Position.Claims claims = p.claims();
        Figure onHand = there.available().plus(there.picked()).named("onHand");
        Figure committed = claims.reserved()
                .plus(there.picked(), claims.allocated())
                .minus(claims.toExceptions())
                .named("committed");
        Figure fulfillable = onHand.minus(committed).named("fulfillable");
        Figure exception = claims.toExceptions().plus(claims.backordered()).named("exception");
        return new JetpackVocabulary(
                p.incoming().named("incoming"),
                onHand,
                committed,
                fulfillable,
                p.houseOnly(exception),
                p.houseOnly(exception.minus(fulfillable).notNegative().named("backordered")),
                p.houseOnly(fulfillable.minus(exception).named("sellable")),
                there.quarantined().named("quarantine"),
                there.damaged().named("damaged"),
                there.shortDated().named("shortDated"));
    }

    public static OfLot of(LotPosition lot) {
        Figure available = lot.in(Booked.AVAILABLE);
        Figure picked = lot.in(Booked.PICKED);
        return new OfLot(
                lot.incoming().named("incoming"),
                available.plus(picked).named("onHand"),
                lot.reserved().plus(picked).named("committed"),
                available.minus(lot.reserved()).named("fulfillable"),
                lot.in(Booked.QUARANTINED).named("quarantine"),
                lot.in(Booked.DAMAGED).named("damaged"),
                lot.in(Booked.SHORT_DATED).named("shortDated"));
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
