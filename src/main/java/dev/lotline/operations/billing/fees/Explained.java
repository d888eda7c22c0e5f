package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Season;
import dev.lotline.operations.billing.rating.RateKey;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line opened up.
 *
 * @param line alone: what it would cost without tiers and rounding of many lines together
 * @param quantityDays of each segment as they are kept, in mm³ of a volume: rate and divisor make the same cents of them
 * @param unit what a quantity is divided by so that it is in the unit of the rate
 * @param origins where each segment comes from
 * @param days each of them; empty = not asked for
 */
public record Explained(
        Rating.Line line,
        @Nullable String lot,
        List<BigDecimal> quantityDays,
        BigDecimal unit,
        List<Origin> origins,
        List<Day> days) {

    /** The conditions of a rate in words. */
    static List<String> when(Rule rule, RateKey key) {
        if (key.kind() == 'F') {
            return List.of("free days");
        }
        if (key.kind() != 'R') {
            return List.of();
        }
        Rule.When when = rule.rates().get(key.index()).when();
        List<String> words = new ArrayList<>();
        Season season = when.season();
        if (season != null) {
            words.add("season " + monthDay(season.from()) + " to " + monthDay(season.to()));
        }
        add(words, "size class", when.sizeClass());
        add(words, "temperature class", when.temperatureClass());
        add(words, "hazmat", when.hazmat());
        add(words, "storage class", when.storageClass());
        add(words, "zone", when.zone());
        return words;
    }

    /** As MM-DD. */
    private static String monthDay(MonthDay day) {
        return day.toString().substring(2);
    }

    private static void add(List<String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.add(name + " " + value);
        }
    }

    /**
     * Where days of a line come from.
     *
     * @param received when the lot came to the warehouse; null = it names none
     * @param cameBy the movement that brought the goods to the place; null = the line names none
     * @param leftBy the movement that took from them on the day after; null = none did
     * @param beside what else stood in the place at the end of the last of these days
     * @param closedAt when that day was closed, in which revision
     */
    public record Origin(
            @Nullable LocalDate received,
            @Nullable Moved cameBy,
            @Nullable Moved leftBy,
            List<Sharer> beside,
            String plan,
            int version,
            String sha256,
            @Nullable OffsetDateTime closedAt,
            @Nullable Integer revision) {}

    /** A movement of the ledger. */
    public record Moved(long movement, String kind, String device, String actor, OffsetDateTime at) {}

    /** Who shares the place; of another owner's goods nothing is told. */
    public record Sharer(
            boolean own,
            @Nullable String sku,
            @Nullable String lotId,
            @Nullable String lot,
            @Nullable String units) {}

    /**
     * @param quantity in the unit of the rate, {@code exact} as it is kept
     * @param when the conditions of its rate; empty = it has none
     * @param age days since the lot came; null = the line names no lot
     */
    public record Day(
            LocalDate day,
            BigDecimal units,
            BigDecimal quantity,
            BigDecimal exact,
            String key,
            List<String> when,
            @Nullable Long age,
            Origin origin) {}
}
