package dev.lotline.operations.shelflife;

import static dev.lotline.kernel.Quantity.plain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot with units in a warehouse that expires soon.
 *
 * @param daysLeft from the warehouse's business date to the expiration; below 0 = expired
 * @param band EXPIRED, BELOW_MINIMUM (of the item) or EXPIRING
 * @param available good units, claimed ones too; {@code reserved} is the part that pick tasks hold
 * @param held quarantined, short-dated and damaged units
 * @param arriving counted, not committed yet
 * @param key where the next page begins
 */
public record ExpiringLot(
        String warehouse,
        String sku,
        long lotId,
        @Nullable String lotNumber,
        LocalDate expirationDate,
        int daysLeft,
        String band,
        BigDecimal available,
        BigDecimal reserved,
        BigDecimal picked,
        BigDecimal held,
        BigDecimal arriving,
        @JsonIgnore String key) {

    static ExpiringLot of(Row row) {
        return new ExpiringLot(
                row.getString("warehouse"),
                row.getString("sku"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getInteger("days_left"),
                row.getString("band"),
                plain(row.getBigDecimal("available")),
                plain(row.getBigDecimal("reserved")),
                plain(row.getBigDecimal("picked")),
                plain(row.getBigDecimal("held")),
                plain(row.getBigDecimal("arriving")),
                row.getString("key"));
    }
}
