package dev.lotline.edge.api.movements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stock of an item as it stood at a past moment; what orders held of it then is not told.
 *
 * @param asOf the instant or the business date that was asked for
 * @param physical units in the house
 * @param states units by state, those above 0
 * @param lots nearest expiry first
 */
record StockAsOf(String sku, String asOf, BigDecimal physical, Map<String, BigDecimal> states, List<Lot> lots) {

    /** @param lotId null = units without lot */
    record Lot(
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity,
            List<Place> locations) {}

    record Place(String warehouse, String location, String state, BigDecimal quantity) {}
}
