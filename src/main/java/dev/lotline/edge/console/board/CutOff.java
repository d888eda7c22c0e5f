package dev.lotline.edge.console.board;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be picked in a warehouse before the carriers' cars leave today.
 *
 * @param at when they leave, by the clock of the house; null = nobody said
 * @param now by the same clock
 * @param lines of open orders that are due
 * @param left lines that are not picked yet of each of those orders, in the order of their cut-off
 * @param picks of the last hour; {@code seconds} since the first of them
 * @param enough picks were seen to say how fast the house is
 */
public record CutOff(
        long id,
        String warehouse,
        @Nullable LocalTime at,
        LocalDateTime now,
        long lines,
        List<Long> left,
        long picks,
        long seconds,
        boolean enough) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final double HOUR = 3_600;
    private static final double MINUTES = 60;
    private static final int WIDTH = 100;

    public long open() {
        return left.stream().mapToLong(Long::longValue).sum();
    }

    /** Percent of the lines that are picked. */
    public long done() {
        return lines == 0 ? WIDTH : WIDTH * (lines - open()) / lines;
    }

    /** Picks an hour; 0 = too little was seen, or nothing. */
    double perHour() {
        return enough && seconds > 0 ? picks * HOUR / seconds : 0;
    }

    private @Nullable LocalDateTime end() {
        return perHour() == 0 ? null : now.plusMinutes((long) Math.ceil(open() * MINUTES / perHour()));
    }

    /** When the last line will be picked at the pace of the last hour: lines left ÷ lines per hour; null = can't be said. */
    public @Nullable String eta() {
        LocalDateTime end = end();
        return end == null || open() == 0
                ? null
                : end.toLocalDate().equals(now.toLocalDate())
                        ? end.format(CLOCK)
                        : end.format(DateTimeFormatter.ofPattern("dd.MM. HH:mm"));
    }

    /** By how much that is after the cut-off; null = it is not. */
    public @Nullable String late() {
        LocalDateTime end = end();
        return at == null || open() == 0 || end == null || !end.isAfter(now.with(at))
                ? null
                : text(Duration.between(now.with(at), end));
    }

    /** Time that is left until then; null = the cars are gone, or nobody said when they leave. */
    public @Nullable String remaining() {
        return at == null || gone() ? null : text(Duration.between(now, now.with(at)));
    }

    public boolean gone() {
        return at != null && !now.isBefore(now.with(at));
    }

    /** Orders whose last line comes after the cut-off, when they are picked in their order. */
    public long missing() {
        if (at == null || perHour() == 0 && !gone()) {
            return 0;
        }
        double fits =
                gone() ? 0 : perHour() * Duration.between(now, now.with(at)).toSeconds() / HOUR;
        long picked = 0;
        long missing = 0;
        for (long each : left) {
            picked += each;
            missing += each > 0 && picked > fits ? 1 : 0;
        }
        return missing;
    }

    /** All that is told of it: the clock alone makes nothing new. */
    String told() {
        return String.join(
                "|",
                warehouse,
                "" + at,
                "" + lines,
                "" + open(),
                "" + eta(),
                "" + late(),
                "" + remaining(),
                "" + missing());
    }

    private static String text(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toMinutes() + " min";
    }
}
