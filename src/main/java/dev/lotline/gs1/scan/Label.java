package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.ScanIssue.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the readings of all symbols of one label together. */
final class Label {

    /** What depends on the other symbols, and is judged anew for all of them. */
    private static final Set<Code> OF_THE_WHOLE =
            EnumSet.of(Code.PAIR_MISSING, Code.PAIR_EXCLUDED, Code.ZERO_COUNT, Code.DATE_CONFLICT);

    private final List<Reading> readings;
    private final AiTable table;
    private final ElementMeaning elementMeaning;
    private final List<Element> elements = new ArrayList<>();
    private final List<ScanIssue> issues = new ArrayList<>();

    Label(List<Reading> readings, AiTable table, ElementMeaning elementMeaning) {
        this.readings = readings;
        this.table = table;
        this.elementMeaning = elementMeaning;
    }

    Reading read(LocalDate today) {
        ScanMeaning.Draft draft = new ScanMeaning.Draft();
        for (Reading reading : readings) {
            reading.issues().stream()
                    .filter(issue -> !OF_THE_WHOLE.contains(issue.code()))
                    .forEach(issues::add);
            reading.ais().forEach(this::add);
        }
        boolean hibc = draft.addForeign(readings, issues);
        if (issues.stream().anyMatch(ScanIssue::rejects)) {
            return whole(Outcome.REJECT, List.of(), ScanMeaning.NONE, today);
        }
        issues.addAll(AiRules.check(elements, table));
        elementMeaning.fill(draft, new ElementString(elements), today, issues);
        return whole(outcome(hibc), elements, draft.finish(), today);
    }

    private void add(Element element) {
        for (Element known : elements) {
            if (known.ai().equals(element.ai())) {
                issues.add(
                        known.value().equals(element.value())
                                ? ScanIssue.of(Code.REPEAT_SAME, element.ai(), null, "in two symbols")
                                : ScanIssue.of(
                                        Code.REPEAT_CONFLICT,
                                        element.ai(),
                                        null,
                                        known.value() + " and " + element.value()));
                return;
            }
        }
        elements.add(element);
    }

    /** A label with any structure is read by it; texts beside it are not looked up. */
    private Outcome outcome(boolean hibc) {
        boolean structured = hibc
                || !elements.isEmpty()
                || readings.stream().anyMatch(reading -> reading.outcome() != Outcome.LOOKUP);
        if (!structured) {
            return Outcome.LOOKUP;
        }
        return issues.stream().anyMatch(issue -> issue.severity() == Severity.WARN) ? Outcome.WARN : Outcome.OK;
    }

    private Reading whole(Outcome outcome, List<Element> content, ScanMeaning meaning, LocalDate today) {
        Carrier carrier = readings.stream()
                .filter(reading -> reading.outcome() != Outcome.LOOKUP)
                .findFirst()
                .orElse(readings.get(0))
                .carrier();
        List<ScanIssue> noted = List.copyOf(issues);
        String canonical = readings.stream().map(Reading::canonical).collect(Collectors.joining("\n"));
        return new Reading(
                outcome,
                carrier,
                canonical,
                List.copyOf(content),
                noted,
                meaning,
                new Explanation(null, carrier, List.copyOf(content), noted, table, today));
    }
}
