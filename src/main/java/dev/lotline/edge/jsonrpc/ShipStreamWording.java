package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lotline.stock.figures.Figure;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How ShipStream writes it: the names and formats of its merchant API. What is told stands in {@link
 * ShipStreamVocabulary}. Pure.
 */
public final class ShipStreamWording {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private ShipStreamWording() {}

    /** How a method writes quantities: as numbers, or as texts of four decimals. */
    public enum Format {
        NUMBER {
            @Override
            Object of(Figure units) {
                return units.value();
            }

            @Override
            Object advertised(Figure units) {
                return units.value();
            }
        },
        TEXT {
            @Override
            Object of(Figure units) {
                return fourDecimals(units.value());
            }

            /** Without decimals that say nothing: it is no sum of the books. */
            @Override
            Object advertised(Figure units) {
                return units.value().toPlainString();
            }
        };

        abstract Object of(Figure units);

        abstract Object advertised(Figure units);
    }

    /**
     * An item, or a warehouse in {@code detailed} of an item. What is null is left out.
     *
     * @param sku null in a row of a warehouse
     * @param warehouse its id; null in an item
     * @param detailed by warehouse; null where it is not asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Level(
            @JsonProperty("sku") @Nullable String sku,
            @JsonProperty("warehouse_id") @Nullable String warehouse,
            @JsonProperty("qty_expected") Object expected,
            @JsonProperty("qty_processed") Object processed,
            @JsonProperty("qty_putaway") Object putaway,
            @JsonProperty("qty_available") Object available,
            @JsonProperty("qty_allocated") Object allocated,
            @JsonProperty("qty_reserved") Object reserved,
            @JsonProperty("qty_picked") Object picked,
            @JsonProperty("qty_backordered") @Nullable Object backordered,
            @JsonProperty("qty_advertised") Object advertised,
            @JsonProperty("qty_on_hand") Object onHand,
            @JsonProperty("detailed") @Nullable List<Level> detailed) {

        private static Level of(
                @Nullable String sku,
                @Nullable String warehouse,
                ShipStreamVocabulary told,
                Format format,
                @Nullable List<Level> detailed) {
            Figure backordered = told.backordered();
            return new Level(
                    sku,
                    warehouse,
                    format.of(told.expected()),
                    format.of(told.processed()),
                    format.of(told.putaway()),
                    format.of(told.available()),
                    format.of(told.allocated()),
                    format.of(told.reserved()),
                    format.of(told.picked()),
                    backordered == null ? null : format.of(backordered),
                    format.advertised(told.advertised()),
                    format.of(told.onHand()),
                    detailed);
        }
    }

    public static Level item(String sku, ShipStreamVocabulary told, Format format) {
        return Level.of(sku, null, told, format, null);
    }

    /** @param detailed its warehouses; may still grow */
    public static Level detailed(String sku, ShipStreamVocabulary told, Format format, List<Level> detailed) {
        return Level.of(sku, null, told, format, detailed);
    }

    /** The same of one warehouse, as a row of {@code detailed}. */
    public static Level inWarehouse(long warehouseId, ShipStreamVocabulary told, Format format) {
        return Level.of(null, Long.toString(warehouseId), told, format, null);
    }

    /**
     * A lot and what there is of it.
     *
     * @param locations codes of the places where it can be had or waits to be committed
     */
    public record Lot(
            long id,
            @Nullable String number,
            @Nullable LocalDate origination,
            @Nullable LocalDate expiration,
            boolean active,
            @Nullable String groupValue,
            OffsetDateTime createdAt,
            String sku,
            String name,
            List<String> locations,
            ShipStreamVocabulary.OfLot told) {}

    public static Map<String, @Nullable Object> lot(Lot lot) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("lot_id", Long.toString(lot.id()));
        row.put("lot_number", lot.number());
        row.put("origination_date", date(lot.origination()));
        row.put("expiration_date", date(lot.expiration()));
        row.put("is_active", lot.active() ? "1" : "0");
        row.put("group_value", lot.groupValue());
        row.put("created_at", instant(lot.createdAt()));
        row.put("sku", lot.sku());
        row.put("name", lot.name());
        row.put("locations", lot.locations());
        row.put("qty_putaway", fourDecimals(lot.told().putaway().value()));
        row.put("qty_available", fourDecimals(lot.told().available().value()));
        row.put("qty_reserved", fourDecimals(lot.told().reserved().value()));
        return row;
    }

    /** A page of a search. */
    public static Map<String, Object> page(List<?> results, long totalCount, int limit) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("results", results);
        page.put("totalCount", totalCount);
        page.put("numPages", (totalCount + limit - 1) / limit);
        return page;
    }

    public static String fourDecimals(BigDecimal units) {
        return units.setScale(4, RoundingMode.UNNECESSARY).toPlainString();
    }

    public static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    public static String instant(OffsetDateTime instant) {
        return instant.withOffsetSameInstant(ZoneOffset.UTC).format(INSTANT);
    }

    /** @param settled everything counted is put away, and nothing more is expected */
    public static String deliveryStatus(String state, boolean settled) {
        return switch (state) {
            case "SUBMITTED" -> "new";
            case "RECEIVING" -> "processing";
            case "EXCEPTION" -> "processing_exception";
            case "RECEIVED" -> "putting_away";
            case "STOWING" -> settled ? "pending_commit" : "putting_away";
            case "COMPLETE" -> "complete";
            case "CANCELLED" -> "canceled";
            default -> throw new IllegalArgumentException("no such state of a receiving order: " + state);
        };
    }

    public static String orderStatus(String state) {
        return switch (state) {
            case "ALLOCATED" -> "new";
            case "BACKORDERED", "PARTIALLY_BACKORDERED" -> "backordered";
            case "RELEASED" -> "ready_to_pick";
            case "PICKING" -> "picking";
            case "PICKED" -> "picked";
            case "SHIPPED" -> "complete";
            case "CANCELLED" -> "canceled";
            default -> throw new IllegalArgumentException("no such state of an order: " + state);
        };
    }

    /** The bucket that units of a state stand in; held units in none. Null also for what is outside the house. */
    public static @Nullable String bucket(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "RECEIVED" -> "processed";
            case "STOWED" -> "putaway";
            case "AVAILABLE" -> "available";
            case "PICKED" -> "picked";
            default -> null;
        };
    }
}
