package dev.lotline.operations.billing.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one rule measured of one cell in one month: a line that has no price yet. */
public record Measured(YearMonth month, Cell cell, String rule, List<Segment> segments) {

    /**
     * Days at one rate.
     *
     * @param quantity of each day where it is the same on all of them, else of the last one
     * @param quantityDays sum over the days
     * @param peak largest of a day
     */
    public record Segment(
            long version,
            String key,
            LocalDate from,
            LocalDate to,
            int days,
            BigDecimal quantity,
            BigDecimal quantityDays,
            BigDecimal unitDays,
            BigDecimal peak) {
        static Segment of(Sample sample) {
            return new Segment(
                    sample.version(),
                    sample.key(),
                    sample.day(),
                    sample.day(),
                    1,
                    sample.quantity(),
                    sample.quantity(),
                    sample.units(),
                    sample.quantity());
        }
    }

    private static boolean goesOn(Segment segment, Sample next) {
        return next.version() == segment.version()
                && next.key().equals(segment.key())
                && next.quantity().compareTo(segment.quantity()) == 0
                && next.units().multiply(BigDecimal.valueOf(segment.days())).compareTo(segment.unitDays()) == 0
                && next.day().equals(segment.to().plusDays(1));
    }

    private static Segment with(Segment segment, Sample next) {
        return new Segment(
                segment.version(),
                segment.key(),
                segment.from(),
                next.day(),
                segment.days() + 1,
                segment.quantity(),
                segment.quantityDays().add(next.quantity()),
                segment.unitDays().add(next.units()),
                segment.peak());
    }

    private record Key(YearMonth month, String rule, Cell cell) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byMonth = month.compareTo(other.month);
            int byCell = byMonth == 0 ? cell.compareTo(other.cell) : byMonth;
            return byCell == 0 ? rule.compareTo(other.rule) : byCell;
        }
    }

    /** Lines by month, cell and rule. @param samples in the order of their days */
    public static List<Measured> of(List<Sample> samples) {
        Map<Key, List<Segment>> lines = new TreeMap<>();
        for (Sample sample : samples) {
            List<Segment> segments = lines.computeIfAbsent(
                    new Key(YearMonth.from(sample.day()), sample.rule(), sample.cell()), none -> new ArrayList<>());
            Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            if (last != null && goesOn(last, sample)) {
                segments.set(segments.size() - 1, with(last, sample));
            } else {
                segments.add(Segment.of(sample));
            }
        }
        return lines.entrySet().stream()
                .map(line -> new Measured(
                        line.getKey().month(),
                        line.getKey().cell(),
                        line.getKey().rule(),
                        line.getValue()))
                .toList();
    }

    public BigDecimal quantityDays() {
        return segments.stream().map(Segment::quantityDays).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Segment last() {
        return segments.get(segments.size() - 1);
    }
}
