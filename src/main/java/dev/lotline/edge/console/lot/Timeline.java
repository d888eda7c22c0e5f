package dev.lotline.edge.console.lot;

import dev.lotline.edge.console.lot.Lot.Day;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What happened to a lot, drawn: a lane for each kind of movement, a dot for each day on which there was one.
 *
 * @param from the day at the left edge, {@code until} the one at the right
 */
public record Timeline(List<Lane> lanes, List<Dot> dots, LocalDate from, LocalDate until) {
    private static final int LEFT = 130;
    private static final int WIDTH = 960;
    private static final int LANE = 24;
    private static final int TOP = 20;
    private static final int SMALL = 4;
    private static final int LARGE = 9;

    /** A line with the name of what it shows. */
    public record Lane(String kind, int y) {}

    /** @param r the more movements, the larger */
    public record Dot(int x, int y, int r, Day day) {}

    static Timeline of(List<Day> days) {
        List<String> kinds = days.stream().map(Day::kind).distinct().toList();
        LocalDate from = days.isEmpty() ? LocalDate.EPOCH : days.get(0).day();
        LocalDate until =
                days.isEmpty() ? LocalDate.EPOCH : days.get(days.size() - 1).day();
        long span = Math.max(1, ChronoUnit.DAYS.between(from, until));
        return new Timeline(
                kinds.stream().map(kind -> new Lane(kind, y(kinds, kind))).toList(),
                days.stream()
                        .map(day -> new Dot(
                                (int) (LEFT
                                        + SMALL
                                        + ChronoUnit.DAYS.between(from, day.day())
                                                * (WIDTH - LEFT - 2L * LARGE)
                                                / span),
                                y(kinds, day.kind()),
                                (int) Math.min(LARGE, SMALL + day.count() / 4),
                                day))
                        .toList(),
                from,
                until);
    }

    private static int y(List<String> kinds, String kind) {
        return TOP + kinds.indexOf(kind) * LANE + LANE / 2;
    }

    public int width() {
        return WIDTH;
    }

    public int left() {
        return LEFT;
    }

    public int height() {
        return TOP + lanes.size() * LANE;
    }
}
