package dev.lotline.edge.floor.resolve;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.scan.Carrier;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a device that drops GS may have joined two values: a variable value whose tail is a sound element string of its
 * own. Which of them is meant is for those who know the lots; nothing here is ever applied silently. Pure.
 */
final class SeparatorRules {
    private static final int MOST_READINGS = 8;
    private static final int SHORTEST_TAIL = 3;
    private static final int YEARS_BACK = 5;
    private static final int YEARS_AHEAD = 15;
    private static final Set<String> OPEN = Set.of(
            "10", "21", "30", "37", "240", "241", "400", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99");
    private static final Set<String> DATES = Set.of("11", "13", "15", "16", "17", "7003");

    /**
     * One other way to read the same characters.
     *
     * @param ai whose value is split
     * @param whole the value as it was read
     * @param head what the value would be
     * @param elements all elements of this reading
     * @param dated the tail holds a date near enough to today to be one
     */
    record Split(String ai, String whole, String head, List<Element> elements, boolean dated) {}

    private final AiTable table = AiTable.builtIn();
    private final LocalDate today;

    SeparatorRules(LocalDate today) {
        this.today = today;
    }

    /** At most eight, the split nearest the end of the value first; empty for a label that has none. */
    List<Split> splits(Reading reading) {
        List<Split> found = new ArrayList<>();
        if (reading.carrier() != Carrier.GS1 || (reading.outcome() == Outcome.REJECT && !tooLong(reading))) {
            return found;
        }
        String canonical = reading.canonical();
        String payload = canonical.startsWith("]") ? canonical.substring(3) : canonical;
        int at = 0;
        while (at < payload.length() && found.size() < MOST_READINGS) {
            ApplicationIdentifier ai = table.at(payload, at);
            if (ai == null) {
                return found;
            }
            int start = at + ai.ai().length();
            int separator = payload.indexOf(ElementString.GS, start);
            int end = separator < 0 ? payload.length() : separator;
            if (ai.fixed()) {
                end = Math.min(end, start + ai.maxLength());
            } else if (OPEN.contains(ai.ai())) {
                addSplits(found, payload, at, ai, start, end);
            }
            at = end < payload.length() && payload.charAt(end) == ElementString.GS ? end + 1 : end;
        }
        return found;
    }

    private void addSplits(List<Split> found, String payload, int at, ApplicationIdentifier ai, int start, int end) {
        int last = Math.min(end - SHORTEST_TAIL, start + ai.maxLength());
        for (int cut = last; cut > start && found.size() < MOST_READINGS; cut--) {
            if (table.at(payload, cut) == null) {
                continue;
            }
            Parsed tail = ElementString.parse(payload.substring(cut, end), table, today);
            if (tail.rejected()) {
                continue;
            }
            String separated = payload.substring(0, cut) + ElementString.GS + payload.substring(cut);
            Parsed all = ElementString.parse(separated, table, today);
            if (!all.rejected() && all.content().elements().size() > 1) {
                String whole = payload.substring(start, end);
                String head = payload.substring(start, cut);
                found.add(new Split(ai.ai(), whole, head, all.content().elements(), dated(tail)));
            }
        }
    }

    private boolean dated(Parsed tail) {
        for (Element element : tail.content().elements()) {
            if (DATES.contains(element.ai())) {
                Gs1Date date = Gs1Date.parse(element.value().substring(0, 6), today);
                if (date != null
                        && !date.date().isBefore(today.minusYears(YEARS_BACK))
                        && !date.date().isAfter(today.plusYears(YEARS_AHEAD))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean tooLong(Reading reading) {
        return reading.issues().stream()
                .filter(issue -> issue.rejects())
                .allMatch(issue -> issue.code() == Code.BAD_LENGTH && issue.ai() != null && OPEN.contains(issue.ai()));
    }
}
