package dev.lotline.edge.api.inventory;

import static dev.lotline.kernel.Quantity.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inventory of one item as JSON, the same facts in five vocabularies.
 *
 * @param updatedAt when a figure last changed, by the database's clock; null = never had stock, claim or announcement
 * @param lots nearest expiry first; absent in lists
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Lot> lots) {

    record Lot(
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable LocalDate originationDate,
            String hold,
            List<LotPosition.Place> locations,
            ShipStreamVocabulary.OfLot shipstream,
            JetpackVocabulary.OfLot jetpack,
            BottleneckVocabulary bottleneck) {

        static Lot of(LotPosition lot, @Nullable BigDecimal threshold) {
            return new Lot(
                    lot.lotId(),
                    lot.lotNumber(),
                    lot.expirationDate(),
                    lot.originationDate(),
                    lot.hold(),
                    lot.places().stream().map(Lot::plainPlace).toList(),
                    ShipStreamVocabulary.of(lot),
                    JetpackVocabulary.of(lot),
                    BottleneckVocabulary.of(lot, threshold));
        }

        private static LotPosition.Place plainPlace(LotPosition.Place place) {
            return new LotPosition.Place(
                    place.warehouse(),
                    place.location(),
                    place.state(),
                    plain(place.quantity()),
                    plain(place.reserved()));
        }
    }

    static InventoryAnswer withoutLots(PositionRow row) {
        return of(row, null);
    }

    static InventoryAnswer withLots(PositionRow row) {
        return of(
                row,
                row.lots().stream()
                        .map(lot -> Lot.of(lot, row.lowSupplyThreshold()))
                        .toList());
    }

    private static InventoryAnswer of(PositionRow row, @Nullable List<Lot> lots) {
        Position p = row.position();
        return new InventoryAnswer(
                row.sku(),
                row.name(),
                row.changedAt(),
                ShipStreamVocabulary.of(p),
                EndlessVocabulary.of(p),
                JetpackVocabulary.of(p),
                FluentVocabulary.of(p),
                BottleneckVocabulary.of(p),
                lots);
    }
}
