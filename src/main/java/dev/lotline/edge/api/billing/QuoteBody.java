package dev.lotline.edge.api.billing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.api.Violations;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.plan.Measures;
import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would this stock cost? Everything that is needed stands in the body; nothing is stored. */
@Schema(name = "StorageQuote")
record QuoteBody(
        @Schema(
                required = true,
                description = "A definition, or the code of a plan: then its versions hold, each from its day.")
        @Nullable
        JsonNode plan,

        @Schema(required = true, description = "First day.") @Nullable
        LocalDate from,

        @Schema(required = true, description = "Last day; at most 400 days after the first.") @Nullable
        LocalDate to,

        @Nullable List<Goods> items,
        @Nullable List<Place> locations,
        @Schema(required = true) @Nullable List<Stock> stock,

        @Schema(
                description =
                        "What came to the house when, for ages by FIFO_POOL; an item without any came as its stock says.")
        @Nullable
        List<Receipt> receipts) {
    private static final int MOST_DAYS = 400;
    private static final int MOST_ROWS = 1000;

    @Schema(name = "QuoteDimensions")
    record Size(
            @Nullable BigDecimal length,
            @Nullable BigDecimal width,
            @Nullable BigDecimal height,
            @Nullable String unit) {
        @Nullable
        BigDecimal side(@Nullable BigDecimal value) {
            return value == null || unit == null || value.signum() <= 0 ? null : Measures.millimetres(value, unit);
        }

        boolean wrong() {
            return Stream.of(length, width, height).anyMatch(value -> side(value) == null);
        }

        List<BigDecimal> sides() {
            return Stream.of(length, width, height)
                    .map(value -> requireNonNull(side(value)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    @Schema(name = "QuoteVolume")
    record Volume(@Nullable BigDecimal value, Measures.@Nullable VolumeUnit unit) {}

    @Schema(name = "QuoteStock")
    record Stock(
            @Nullable String owner,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String location,
            @Nullable BigDecimal quantity,
            @Nullable LocalDate from,

            @Schema(description = "Last day on which it is there at its end.") @Nullable
            LocalDate to,

            @Schema(description = "When the lot came; absent = from.") @Nullable
            LocalDate receivedOn,

            @Schema(description = "Came and left within the day: seen by DAILY_ANY alone.") @Nullable
            Boolean intraday,

            @Schema(description = "Why it is held, absent = it is not.") @Nullable
            String hold,

            @Schema(description = "The license plate it stands on, absent = it is loose.") @Nullable
            String lpn) {}

    @Schema(name = "QuoteReceipt")
    record Receipt(
            @Nullable String owner,
            @Nullable String sku,
            @Nullable LocalDate on,
            @Nullable BigDecimal quantity) {
        Observations.Receipt observed() {
            return new Observations.Receipt(text(owner), text(sku), requireNonNull(on), requireNonNull(quantity));
        }
    }

    private static Observations.Holding holding(Stock row) {
        LocalDate since = requireNonNull(row.from());
        return new Observations.Holding(
                new Cell(text(row.owner()), text(row.sku()), text(row.lot()), text(row.location())),
                requireNonNull(row.quantity()),
                since,
                requireNonNull(row.to()),
                requireNonNullElse(row.receivedOn(), since),
                Boolean.TRUE.equals(row.intraday()),
                row.hold(),
                row.lpn());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Ends with VALIDATION_FAILED naming every wrong field. */
    QuoteBody checked() {
        Violations violations = new Violations()
                .required("plan", plan)
                .required("from", from)
                .required("to", to)
                .required("stock", stock)
                .date("from", from)
                .date("to", to);
        if (from != null && to != null && (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS)) {
            violations.add("to", "must not be before from, nor more than " + MOST_DAYS + " days after it");
        }
        for (List<?> rows : List.of(or(items), or(locations), or(stock), or(receipts))) {
            if (rows.size() > MOST_ROWS || rows.stream().anyMatch(Objects::isNull)) {
                violations.add("body", "each list holds at most " + MOST_ROWS + " objects");
            }
        }
        for (int n = 0; n < or(items).size() && or(items).size() <= MOST_ROWS; n++) {
            check(or(items).get(n), "items[" + n + "]", violations);
        }
        for (int n = 0; n < or(locations).size() && or(locations).size() <= MOST_ROWS; n++) {
            check(or(locations).get(n), "locations[" + n + "]", violations);
        }
        for (int n = 0; n < or(stock).size() && or(stock).size() <= MOST_ROWS; n++) {
            check(or(stock).get(n), "stock[" + n + "]", violations);
        }
        for (int n = 0; n < or(receipts).size() && or(receipts).size() <= MOST_ROWS; n++) {
            check(or(receipts).get(n), "receipts[" + n + "]", violations);
        }
        violations.refuse();
        return this;
    }

    private static void check(@Nullable Goods item, String where, Violations violations) {
        if (item != null) {
            violations.code(where + ".sku", item.sku());
            if (item.dimensions() != null && item.dimensions().wrong()) {
                violations.add(where + ".dimensions", "needs length, width and height above 0 in in, ft, mm, cm or m");
            }
            if (item.unitsPerLocation() != null && item.unitsPerLocation().signum() <= 0) {
                violations.add(where + ".unitsPerLocation", "must be greater than 0");
            }
        }
    }

    private static void check(@Nullable Place place, String where, Violations violations) {
        if (place != null) {
            violations.code(where + ".location", place.location());
            Volume volume = place.volume();
            if (volume != null
                    && (volume.value() == null
                            || volume.unit() == null
                            || volume.value().signum() <= 0)) {
                violations.add(where + ".volume", "needs a value above 0 and a unit");
            }
        }
    }

    private static void check(@Nullable Stock row, String where, Violations violations) {
        if (row != null) {
            violations
                    .code(where + ".sku", row.sku())
                    .quantity(where + ".quantity", row.quantity(), 4)
                    .required(where + ".from", row.from())
                    .required(where + ".to", row.to())
                    .date(where + ".from", row.from())
                    .date(where + ".to", row.to());
        }
    }

    private static void check(@Nullable Receipt row, String where, Violations violations) {
        if (row != null) {
            violations
                    .code(where + ".sku", row.sku())
                    .quantity(where + ".quantity", row.quantity(), 4)
                    .required(where + ".on", row.on())
                    .date(where + ".on", row.on());
        }
    }

    Observations observations() {
        Map<String, Observations.Goods> goods = new HashMap<>();
        for (Goods item : or(items)) {
            List<BigDecimal> sides =
                    item.dimensions() == null ? List.of() : item.dimensions().sides();
            BigDecimal volume = sides.stream().reduce(BigDecimal::multiply).orElse(null);
            goods.put(
                    requireNonNull(item.sku()),
                    new Observations.Goods(
                            sides, volume, item.weight(), Boolean.TRUE.equals(item.hazmat()), item.unitsPerLocation()));
        }
        Map<String, Observations.Place> places = new HashMap<>();
        for (Place place : or(locations)) {
            Volume volume = place.volume();
            places.put(
                    requireNonNull(place.location()),
                    new Observations.Place(
                            requireNonNullElse(place.type(), "STORAGE"),
                            requireNonNullElse(place.storageClass(), "SHELF"),
                            volume == null
                                    ? null
                                    : requireNonNull(volume.unit()).cubicMillimetres(requireNonNull(volume.value())),
                            place.temperatureClass(),
                            place.zone()));
        }
        return new Observations(
                goods,
                places,
                or(stock).stream().map(QuoteBody::holding).toList(),
                or(receipts).stream().map(Receipt::observed).toList());
    }

    Observations.Period period() {
        return new Observations.Period(requireNonNull(from), requireNonNull(to));
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    @Schema(name = "QuoteItem")
    record Goods(
            @Nullable String sku,
            @Nullable Size dimensions,
            @Nullable BigDecimal weight,
            @Nullable Boolean hazmat,
            @Nullable BigDecimal unitsPerLocation) {}

    @Schema(name = "QuoteLocation")
    record Place(
            @Nullable String location,
            @Schema(defaultValue = "STORAGE") @Nullable String type,
            @Schema(defaultValue = "SHELF") @Nullable String storageClass,
            @Nullable Volume volume,
            @Nullable String temperatureClass,
            @Nullable String zone) {}
}
