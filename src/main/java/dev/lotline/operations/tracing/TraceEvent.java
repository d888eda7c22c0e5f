package dev.lotline.operations.tracing;

import dev.lotline.kernel.Quantity;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Units of a lot that came into the house or left it, by one movement of the ledger.
 *
 * @param movement its number in the ledger
 * @param quantity in {@code unit}; negative only where an ADJUSTMENT took units away
 * @param on the business date of the warehouse
 * @param from who sent them, as far as it is known: a purchase order's supplier, or the customer of a return
 * @param to who was to get them; null where nothing was sent to anybody
 */
@Schema(name = "TraceEvent")
public record TraceEvent(
        Kind event,
        long movement,
        String owner,
        String sku,
        String product,
        long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        BigDecimal quantity,
        String unit,
        LocalDate on,
        String warehouse,
        String warehouseName,
        @Nullable Party from,
        @Nullable Party to,
        @Nullable Document document,
        @Nullable String purchaseOrder,
        @Nullable String carrier,
        @Nullable String trackingNumber) {

    /** RECEIVING and SHIPPING are critical tracking events; the other two let the books add up. */
    public enum Kind {
        RECEIVING,
        SHIPPING,
        DISPOSAL,
        ADJUSTMENT
    }

    /** Somebody outside the house. */
    public record Party(
            @Nullable String code,
            @Nullable String name,
            @Nullable String country) {

        static @Nullable Party of(Row row) {
            String code = row.getString("party_code");
            String name = row.getString("party_name");
            return code == null && name == null ? null : new Party(code, name, row.getString("party_country"));
        }
    }

    /** @param type WRO, ASN, RMA, TRANSFER, OTHER, ORDER or HOLD */
    public record Document(String type, String reference) {}

    static TraceEvent of(Row row) {
        Kind kind = Kind.valueOf(row.getString("event"));
        boolean in = row.getBoolean("inbound");
        BigDecimal units = Quantity.plain(row.getBigDecimal("quantity"));
        Party party = Party.of(row);
        String type = row.getString("document_type");
        return new TraceEvent(
                kind,
                row.getLong("id"),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("product"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                kind == Kind.ADJUSTMENT && !in ? units.negate() : units,
                row.getString("unit"),
                row.getLocalDate("business_date"),
                row.getString("warehouse"),
                row.getString("warehouse_name"),
                in ? party : null,
                in ? null : party,
                type == null ? null : new Document(type, row.getString("document")),
                row.getString("purchase_order"),
                row.getString("carrier"),
                row.getString("tracking_number"));
    }
}
