package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.measuring.StorageRating;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Sample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rest of a month if nothing moves: the last look repeats, while free days, ages and seasons go on. */
final class Forecast {
    /** @param lines with the days to come in them */
    record Whole(List<Measured> lines, List<Sample.Level> levels) {}

    private Forecast() {}

    /** Whether every day to come is like the last one: then nothing need be looked at again. */
    static boolean plain(PlanBook.Version version) {
        return version.plan().rules().stream().allMatch(Rule::everyDayAlike);
    }

    /** The last day of every line, repeated to the end. */
    static Whole extended(Month accrued, LocalDate closed, LocalDate end) {
        long days = ChronoUnit.DAYS.between(closed, end);
        List<Measured> lines = new ArrayList<>();
        for (Measured line : accrued.lines()) {
            List<Measured.Segment> segments = line.segments().stream()
                    .map(segment -> segment.to().equals(closed) ? longer(segment, end, days) : segment)
                    .toList();
            lines.add(new Measured(line.month(), line.cell(), line.rule(), segments));
        }
        List<Sample.Level> levels = new ArrayList<>(accrued.levels());
        for (Sample.Level level : accrued.levels()) {
            for (long n = 1; level.day().equals(closed) && n <= days; n++) {
                levels.add(new Sample.Level(
                        closed.plusDays(n),
                        level.owner(),
                        level.rule(),
                        level.version(),
                        level.key(),
                        level.sku(),
                        level.quantity()));
            }
        }
        return new Whole(lines, levels);
    }

    private static Measured.Segment longer(Measured.Segment segment, LocalDate end, long days) {
        BigDecimal more = BigDecimal.valueOf(days);
        BigDecimal unitsOfADay =
                segment.unitDays().divide(BigDecimal.valueOf(segment.days()), java.math.MathContext.DECIMAL128);
        return new Measured.Segment(
                segment.version(),
                segment.key(),
                segment.from(),
                end,
                segment.days() + (int) days,
                segment.quantity(),
                segment.quantityDays().add(segment.quantity().multiply(more)),
                segment.unitDays().add(unitsOfADay.multiply(more)),
                segment.peak());
    }

    /** The days to come, measured like any other. */
    static Whole measured(Month accrued, PlanBook book, Observations standing, LocalDate closed, LocalDate end) {
        // the last closed day is looked at as well, so that what stands there is not taken for new
        Observations.Period period = new Observations.Period(closed, end);
        StorageRating.Sampled sampled = StorageRating.sample(book, standing, period);
        List<Sample> coming = sampled.samples().stream()
                .filter(sample -> sample.day().isAfter(closed))
                .toList();
        Map<List<Object>, Measured> lines = new LinkedHashMap<>();
        accrued.lines().forEach(line -> lines.put(key(line.cell(), line.rule()), line));
        for (Measured line : Measured.of(coming)) {
            lines.merge(key(line.cell(), line.rule()), line, Forecast::joined);
        }
        List<Sample.Level> levels = new ArrayList<>(accrued.levels());
        sampled.levels().stream().filter(level -> level.day().isAfter(closed)).forEach(levels::add);
        return new Whole(List.copyOf(lines.values()), levels);
    }

    private static List<Object> key(Cell cell, String rule) {
        return List.of(cell, rule);
    }

    private static Measured joined(Measured before, Measured coming) {
        List<Measured.Segment> segments = new ArrayList<>(before.segments());
        segments.addAll(coming.segments());
        return new Measured(before.month(), before.cell(), before.rule(), segments);
    }
}
