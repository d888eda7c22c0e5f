package dev.lotline.operations.tracing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lotline.kernel.Quantity;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one party sent or got of a lot, in sum.
 *
 * @param inbound true for what came in
 * @param party null where nobody is known: a receipt without a purchase order, an order without a customer, waste
 * @param movements how many of the ledger stand behind the sum
 * @param quantity in {@code unit}
 * @param key where the next page goes on
 */
@Schema(name = "TraceParty")
public record TraceParty(
        TraceEvent.Kind event,
        boolean inbound,
        String sku,
        long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        TraceEvent.@Nullable Party party,
        long movements,
        BigDecimal quantity,
        String unit,
        LocalDate firstOn,
        LocalDate lastOn,
        @Schema(hidden = true) @JsonIgnore String key) {

    static TraceParty of(Row row) {
        return new TraceParty(
                TraceEvent.Kind.valueOf(row.getString("event")),
                row.getBoolean("inbound"),
                row.getString("sku"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                TraceEvent.Party.of(row),
                row.getLong("movements"),
                Quantity.plain(row.getBigDecimal("quantity")),
                row.getString("unit"),
                row.getLocalDate("first_on"),
                row.getLocalDate("last_on"),
                row.getString("key"));
    }
}
