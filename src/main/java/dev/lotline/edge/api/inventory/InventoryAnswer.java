package dev.lotline.edge.api.inventory;

import static dev.lotline.kernel.Quantity.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lotline.stock.figures.BottleneckVocabulary;
import dev.lotline.stock.figures.EndlessVocabulary;
import dev.lotline.stock.figures.FluentVocabulary;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.figures.LotPosition;
import dev.lotline.stock.figures.Position;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import dev.lotline.stock.position.PositionRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inventory of one item as JSON, the same facts in five vocabularies.
 *
 * @param updatedAt when a figure last changed, by the database's clock; null = never had stock, claim or announcement
 * @param lots nearest expiry first; absent in lists
 * @param explain how each figure came about; absent unless asked for
 */
record InventoryAnswer(
        String sku,
        String name,
        @Nullable OffsetDateTime updatedAt,
        ShipStreamVocabulary shipstream,
        EndlessVocabulary endless,
        JetpackVocabulary jetpack,
        FluentVocabulary fluent,
        BottleneckVocabulary bottleneck,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Lot> lots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explanation explain) {

    /** @param explain the same for this lot */
    record Lot(
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable LocalDate originationDate,
            String hold,
            List<LotPosition.Place> locations,
            ShipStreamVocabulary.OfLot shipstream,
            JetpackVocabulary.OfLot jetpack,
            BottleneckVocabulary.OfLot bottleneck,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Explanation explain) {

        static Lot of(LotPosition lot, PositionRow row, boolean explain) {
            ShipStreamVocabulary.OfLot shipstream = ShipStreamVocabulary.of(lot);
            JetpackVocabulary.OfLot jetpack = JetpackVocabulary.of(lot);
            BottleneckVocabulary.OfLot bottleneck =
                    BottleneckVocabulary.of(lot, row.lowSupplyThreshold(), row.product());
            return new Lot(
                    lot.lotId(),
                    lot.lotNumber(),
                    lot.expirationDate(),
                    lot.originationDate(),
                    lot.hold(),
                    lot.places().stream().map(InventoryAnswer::plainPlace).toList(),
                    shipstream,
                    jetpack,
                    bottleneck,
                    explain ? Explanation.ofLot(shipstream, jetpack, bottleneck) : null);
        }
    }

    static InventoryAnswer withoutLots(PositionRow row) {
        return of(row, null, false);
    }

    static InventoryAnswer withLots(PositionRow row, boolean explain) {
        return of(row, row.lots().stream().map(lot -> Lot.of(lot, row, explain)).toList(), explain);
    }

    private static InventoryAnswer of(PositionRow row, @Nullable List<Lot> lots, boolean explain) {
        Position p = row.position();
        ShipStreamVocabulary shipstream = ShipStreamVocabulary.of(p);
        EndlessVocabulary endless = EndlessVocabulary.of(p);
        JetpackVocabulary jetpack = JetpackVocabulary.of(p);
        FluentVocabulary fluent = FluentVocabulary.of(p);
        BottleneckVocabulary bottleneck = BottleneckVocabulary.of(p, row.product());
        return new InventoryAnswer(
                row.product().sku(),
                row.product().name(),
                row.changedAt(),
                shipstream,
                endless,
                jetpack,
                fluent,
                bottleneck,
                lots,
                explain ? Explanation.of(shipstream, endless, jetpack, fluent, bottleneck) : null);
    }

    private static LotPosition.Place plainPlace(LotPosition.Place place) {
        return new LotPosition.Place(
                place.warehouse(), place.location(), place.state(), plain(place.quantity()), plain(place.reserved()));
    }
}
