package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was where from when to when, and what is known of goods and places.
 *
 * @param receipts when goods came to the house, whatever became of them; an item without any came as it was held
 */
public record Observations(
        Map<String, Goods> goods, Map<String, Place> places, List<Holding> holdings, List<Receipt> receipts) {
    public Observations(Map<String, Goods> goods, Map<String, Place> places, List<Holding> holdings) {
        this(goods, places, holdings, List.of());
    }

    /** Units of an item that came to the house on a day. */
    public record Receipt(String owner, String sku, LocalDate on, BigDecimal units) {}

    /**
     * @param sides in millimetres, longest first; empty = not known
     * @param volume mm³ of one unit; null = not known
     * @param unitsPerLocation of this item; null = as the rule says
     */
    public record Goods(
            List<BigDecimal> sides,
            @Nullable BigDecimal volume,
            @Nullable BigDecimal weight,
            boolean hazmat,
            @Nullable BigDecimal unitsPerLocation) {
        public static final Goods UNKNOWN = new Goods(List.of(), null, null, false, null);
    }

    /** @param volume mm³; null = not known */
    public record Place(
            String type,
            String storageClass,
            @Nullable BigDecimal volume,
            @Nullable String temperatureClass,
            @Nullable String zone) {}

    /**
     * Units of a cell.
     *
     * @param from first day
     * @param to last day on which they are there at its end
     * @param received the day the lot came
     * @param intraday came and left within each of these days: seen by DAILY_ANY alone
     * @param hold the reason that they are held for; null = they are not
     * @param plate the license plate that they stand on, the lowest of a stack; null = they are loose
     */
    public record Holding(
            Cell cell,
            BigDecimal units,
            LocalDate from,
            LocalDate to,
            LocalDate received,
            boolean intraday,
            @Nullable String hold,
            @Nullable String plate) {
        public Holding(
                Cell cell,
                BigDecimal units,
                LocalDate from,
                LocalDate to,
                LocalDate received,
                boolean intraday,
                @Nullable String hold) {
            this(cell, units, from, to, received, intraday, hold, null);
        }
    }

    /** Whether units are there on a day. */
    static boolean on(Holding holding, LocalDate day) {
        return !day.isBefore(holding.from()) && !day.isAfter(holding.to());
    }

    /** Days, both included. */
    public record Period(LocalDate from, LocalDate to) {}
}
