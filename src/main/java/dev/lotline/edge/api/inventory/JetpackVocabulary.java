package dev.lotline.edge.api.inventory;

import static dev.lotline.kernel.Quantity.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Stock as Jetpack counts it. An order with a line that is not fully claimed is an exception order: what it was promised
 * is not committed but stands, with what it lacks, under Exception.
 *
 * @param exception absent for a single warehouse, as are {@code backordered} and {@code sellable}
 * @param sellable negative when exception orders want more than there is
 */
record JetpackVocabulary(
        BigDecimal incoming,
        BigDecimal onHand,
        BigDecimal committed,
        BigDecimal fulfillable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal exception,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal backordered,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal sellable,
        BigDecimal quarantine,
        BigDecimal damaged,
        BigDecimal shortDated) {

    /** Exception and Backordered have no lot. */
    record OfLot(BigDecimal incoming, BigDecimal onHand, BigDecimal committed, BigDecimal fulfillable) {}

    static JetpackVocabulary of(Position p) {
        Position.Claims claims = p.claims();
        BigDecimal onHand = p.physical().stock();
        BigDecimal committed = claims.reserved()
                .add(p.physical().picked())
                .add(claims.allocated().subtract(claims.allocatedToExceptions()));
        BigDecimal fulfillable = onHand.subtract(committed);
        BigDecimal exception = claims.allocatedToExceptions().add(claims.backordered());
        return new JetpackVocabulary(
                plain(p.inbound().expected().add(p.physical().arriving())),
                plain(onHand),
                plain(committed),
                plain(fulfillable),
                p.houseOnly(plain(exception)),
                p.houseOnly(plain(exception.subtract(fulfillable).max(BigDecimal.ZERO))),
                p.houseOnly(plain(fulfillable.subtract(exception))),
                plain(p.physical().quarantined()),
                plain(p.physical().damaged()),
                plain(p.physical().shortDated()));
    }

    static OfLot of(LotPosition lot) {
        BigDecimal available = lot.in("AVAILABLE");
        BigDecimal picked = lot.in("PICKED");
        return new OfLot(
                plain(lot.incoming()),
                plain(available.add(picked)),
                plain(lot.reserved().add(picked)),
                plain(available.subtract(lot.reserved())));
    }
}
