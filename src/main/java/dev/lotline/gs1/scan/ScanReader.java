package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Severity;
import dev.lotline.gs1.scan.Normaliser.Normalised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads one scan, from raw text to typed values. Any text gives one reading; none gives an exception. */
public final class ScanReader {

    private final AiTable table;
    private final Normaliser normaliser;
    private final ElementMeaning elementMeaning;

    /** With the table that comes with Lotline. */
    public ScanReader() {
        this(AiTable.builtIn());
    }

    public ScanReader(AiTable table) {
        this.table = table;
        this.normaliser = new Normaliser(table);
        this.elementMeaning = new ElementMeaning(table);
    }

    /**
     * Reads one scan.
     *
     * @param today the warehouse's business date; decides the century of dates and nothing else
     */
    public Reading read(RawScan raw, LocalDate today) {
        Normalised normalised = normaliser.normalise(raw);
        if (normalised.rejected()) {
            return reading(
                    Outcome.REJECT, normalised, ElementString.EMPTY, normalised.issues(), ScanMeaning.NONE, today);
        }
        String payload = normalised.payload();
        return switch (normalised.carrier()) {
            case GS1 -> structured(normalised, ElementString.parse(payload, table, today), today);
            case HRI -> structured(normalised, BracketedText.parse(payload, table, today), today);
            case EAN -> structured(normalised, TradeItemNumber.ean(payload, normalised.symbology()), today);
            case ITF -> structured(normalised, TradeItemNumber.itf(payload), today);
            case OWN, URL, PLAIN -> {
                ScanMeaning meaning = ScanMeaning.lookup(payload, OwnCode.parse(payload));
                Outcome outcome = meaning.own() == null ? Outcome.LOOKUP : Outcome.OK;
                yield reading(outcome, normalised, ElementString.EMPTY, normalised.issues(), meaning, today);
            }
        };
    }

    private Reading structured(Normalised normalised, Parsed parsed, LocalDate today) {
        List<ScanIssue> issues = new ArrayList<>(normalised.issues());
        issues.addAll(parsed.issues());
        if (has(Severity.REJECT, issues)) {
            return reading(Outcome.REJECT, normalised, ElementString.EMPTY, issues, ScanMeaning.NONE, today);
        }
        issues.addAll(AiRules.check(parsed.content().elements(), table));
        ScanMeaning meaning = elementMeaning.of(parsed.content(), today, issues);
        Outcome outcome = has(Severity.WARN, issues) ? Outcome.WARN : Outcome.OK;
        return reading(outcome, normalised, parsed.content(), issues, meaning, today);
    }

    private Reading reading(
            Outcome outcome,
            Normalised normalised,
            ElementString content,
            List<ScanIssue> issues,
            ScanMeaning meaning,
            LocalDate today) {
        List<ScanIssue> noted = List.copyOf(issues);
        return new Reading(
                outcome,
                normalised.carrier(),
                normalised.canonical(),
                content.elements(),
                noted,
                meaning,
                new Explanation(normalised, content.elements(), noted, table, today));
    }

    private static boolean has(Severity severity, List<ScanIssue> issues) {
        for (int i = 0; i < issues.size(); i++) {
            if (issues.get(i).severity() == severity) {
                return true;
            }
        }
        return false;
    }
}
