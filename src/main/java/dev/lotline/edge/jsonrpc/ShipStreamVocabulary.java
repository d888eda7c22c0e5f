package dev.lotline.edge.jsonrpc;

import static dev.lotline.kernel.Quantity.plain;

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
 * How ShipStream says it: names, formulas and formats of its merchant API. Every unit stands in one bucket of one
 * pipeline, held units in none. Pure.
 */
public final class ShipStreamVocabulary {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private ShipStreamVocabulary() {}

    /**
     * The sums of one item in one warehouse, or in all that may be seen.
     *
     * @param good committed and not held, claimed or not
     * @param parts what a kit of these is made of, empty unless its makeable quantity is advertised
     */
    public record Level(
            BigDecimal expected,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal good,
            BigDecimal allocated,
            BigDecimal reserved,
            BigDecimal picked,
            List<Part> parts) {

        BigDecimal available() {
            return good.subtract(allocated).subtract(reserved).max(BigDecimal.ZERO);
        }

        BigDecimal advertised() {
            return available()
                    .add(parts.stream()
                            .map(part -> part.free().max(BigDecimal.ZERO).divide(part.perUnit(), 0, RoundingMode.FLOOR))
                            .min(BigDecimal::compareTo)
                            .orElse(BigDecimal.ZERO));
        }

        BigDecimal onHand() {
            return received.add(stowed)
                    .add(available())
                    .add(allocated)
                    .add(reserved)
                    .add(picked);
        }
    }

    /** A component of a kit: units for one kit, units free. */
    public record Part(BigDecimal perUnit, BigDecimal free) {}

    /** How a method writes quantities: as numbers, or as texts of four decimals. */
    public enum Format {
        NUMBER {
            @Override
            Object of(BigDecimal units) {
                return plain(units);
            }

            @Override
            Object advertised(BigDecimal units) {
                return plain(units);
            }
        },
        TEXT {
            @Override
            Object of(BigDecimal units) {
                return fourDecimals(units);
            }

            /** Without decimals that say nothing: it is no sum of the books. */
            @Override
            Object advertised(BigDecimal units) {
                return plain(units).toPlainString();
            }
        };

        abstract Object of(BigDecimal units);

        abstract Object advertised(BigDecimal units);
    }

    /** @param backordered null = not told, because it is not apportioned to warehouses */
    public static Map<String, Object> item(String sku, Level level, @Nullable BigDecimal backordered, Format format) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sku", sku);
        buckets(item, level, backordered, format);
        return item;
    }

    /** The same of one warehouse, as a row of {@code detailed}. */
    public static Map<String, Object> inWarehouse(long warehouseId, Level level, Format format) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("warehouse_id", Long.toString(warehouseId));
        buckets(row, level, null, format);
        return row;
    }

    private static void buckets(
            Map<String, Object> into, Level level, @Nullable BigDecimal backordered, Format format) {
        into.put("qty_expected", format.of(level.expected()));
        into.put("qty_processed", format.of(level.received()));
        into.put("qty_putaway", format.of(level.stowed()));
        into.put("qty_available", format.of(level.available()));
        into.put("qty_allocated", format.of(level.allocated()));
        into.put("qty_reserved", format.of(level.reserved()));
        into.put("qty_picked", format.of(level.picked()));
        if (backordered != null) {
            into.put("qty_backordered", format.of(backordered));
        }
        into.put("qty_advertised", format.advertised(level.advertised()));
        into.put("qty_on_hand", format.of(level.onHand()));
    }

    /**
     * A lot and what there is of it.
     *
     * @param good committed and not held, reserved or not
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
            BigDecimal stowed,
            BigDecimal good,
            BigDecimal reserved) {}

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
        row.put("qty_putaway", fourDecimals(lot.stowed()));
        row.put("qty_available", fourDecimals(lot.good().subtract(lot.reserved())));
        row.put("qty_reserved", fourDecimals(lot.reserved()));
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
