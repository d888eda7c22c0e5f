package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.ScanIssue.Severity;
import dev.lotline.gs1.foreign.Hibc;
import dev.lotline.gs1.foreign.Iso15434;
import dev.lotline.gs1.link.DigitalLink;
import dev.lotline.gs1.retail.TradeItemNumber;
import dev.lotline.gs1.scan.Normaliser.Normalised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one scan, or all symbols of one label, from raw text to typed values. Any text gives one reading, none an exception. */
public final class ScanReader {

    /** Between the linear part of a composite symbol and its 2D part. */
    private static final String COMPOSITE = "|]e0";

    private final AiTable table;
    private final Normaliser normaliser;
    private final ElementMeaning elementMeaning;

    private final List<byte[]> plateKeys;

    /** With the table that comes with Lotline. */
    public ScanReader() {
        this(AiTable.builtIn(), List.of());
    }

    /** @param plateKeys any of them may have made the tag of a licence plate of ours; none = tags are not looked at */
    public ScanReader(AiTable table, List<byte[]> plateKeys) {
        this.table = table;
        this.plateKeys = List.copyOf(plateKeys);
        this.normaliser = new Normaliser(table);
        this.elementMeaning = new ElementMeaning(table);
    }

    /**
     * Reads one scan of a device without a profile.
     *
     * @param today the warehouse's business date; decides the century of dates and nothing else
     */
    public Reading read(RawScan raw, LocalDate today) {
        return read(raw, ScanProfile.STANDARD, today);
    }

    /**
     * Reads one scan as its device sends it.
     *
     * @param today the warehouse's business date; decides the century of dates and nothing else
     */
    public Reading read(RawScan raw, ScanProfile profile, LocalDate today) {
        return Repairs.read(this, raw, profile, today);
    }

    /**
     * Reads all symbols of one label as one: each on its own, then pair rules and meaning over what they say together.
     * The order of the symbols decides the order of the elements and nothing else.
     *
     * @param symbols at least one
     * @return REJECT if any symbol is, or if two of them contradict each other; canonical texts joined by a line feed
     */
    public Reading readLabel(List<RawScan> symbols, ScanProfile profile, LocalDate today) {
        return label(symbols.stream().map(raw -> read(raw, profile, today)).toList(), today);
    }

    /** Puts together what was read symbol by symbol, as {@link #readLabel} does. At least one. */
    public Reading label(List<Reading> readings, LocalDate today) {
        return readings.size() == 1 ? readings.get(0) : new Label(readings, table, elementMeaning).read(today);
    }

    /** Reads what has come through the repairs of the profile, or needs none. */
    Reading readOnce(RawScan raw, ScanProfile profile, LocalDate today) {
        int composite = raw.data().indexOf(COMPOSITE);
        if (composite <= 0) {
            return readPart(raw, profile, today);
        }
        // a second one in the 2D part is no part of its own: a text of nothing else would never end
        RawScan linear = raw.withData(raw.data().substring(0, composite));
        RawScan square = RawScan.of(raw.data().substring(composite + 1));
        return readComposite(readPart(linear, profile, today), readPart(square, profile, today), today);
    }

    private Reading readPart(RawScan raw, ScanProfile profile, LocalDate today) {
        Normalised normalised = normaliser.normalise(raw, profile);
        if (normalised.rejected()) {
            return unread(normalised, normalised.issues(), today);
        }
        Reading reading = interpret(normalised, raw.camera(), today);
        ScanIssue garbled = Repairs.garbled(this, reading, normalised, profile, today);
        return garbled == null ? reading : unread(normalised, with(normalised.issues(), garbled), today);
    }

    private Reading interpret(Normalised normalised, boolean camera, LocalDate today) {
        String payload = normalised.payload();
        return switch (normalised.carrier()) {
            case GS1 -> structured(normalised, ElementString.parse(payload, table, today), today);
            case HRI ->
                structured(
                        normalised,
                        camera
                                ? BracketedText.parsePrinted(payload, table, today)
                                : BracketedText.parse(payload, table, today),
                        today);
            case EAN -> structured(normalised, ean(payload, normalised.symbology()), today);
            case ITF -> structured(normalised, TradeItemNumber.of(payload, 14), today);
            case HIBC -> hibc(normalised, Hibc.parse(payload, today), today);
            case ISO15434 -> iso15434(normalised, Iso15434.parse(payload), today);
            case DL, URL -> link(normalised, DigitalLink.parse(payload, table, today), today);
            case OWN -> own(normalised, OwnCode.parse(payload), today);
            case PLAIN -> lookup(normalised, null, today);
        };
    }

    private static Parsed ean(String payload, @Nullable Symbology symbology) {
        if (symbology == Symbology.EAN_ADD_ON) {
            return TradeItemNumber.addOnAlone(payload);
        }
        if (symbology == Symbology.EAN_13_WITH_ADD_ON) {
            return TradeItemNumber.withAddOn(payload);
        }
        int length = symbology == Symbology.EAN_8 ? 8 : symbology == Symbology.EAN_13 ? 13 : payload.length();
        return TradeItemNumber.of(payload, length);
    }

    private Reading link(Normalised normalised, @Nullable Parsed parsed, LocalDate today) {
        Normalised as = normalised.as(parsed == null ? Carrier.URL : Carrier.DL);
        return parsed == null ? lookup(as, null, today) : structured(as, parsed, today);
    }

    private Reading own(Normalised normalised, @Nullable OwnCode own, LocalDate today) {
        return own != null && own.hasBadCheck(plateKeys)
                ? unread(normalised, with(normalised.issues(), ScanIssue.of(Code.OWN_BAD_CHECK, own.code())), today)
                : lookup(normalised, own, today);
    }

    private Reading lookup(Normalised normalised, @Nullable OwnCode own, LocalDate today) {
        ScanMeaning meaning = ScanMeaning.lookup(normalised.payload(), own);
        Outcome outcome = own == null ? Outcome.LOOKUP : Outcome.OK;
        return reading(outcome, normalised, ElementString.EMPTY, normalised.issues(), meaning, today);
    }

    private Reading hibc(Normalised normalised, Hibc.Parsed parsed, LocalDate today) {
        if (parsed.content() == null) {
            return unread(normalised, with(normalised.issues(), parsed.issue()), today);
        }
        ScanMeaning meaning = ScanMeaning.of(parsed.content());
        return reading(Outcome.OK, normalised, ElementString.EMPTY, normalised.issues(), meaning, today);
    }

    private Reading iso15434(Normalised normalised, Iso15434.Parsed parsed, LocalDate today) {
        Iso15434 content = parsed.content();
        if (content == null) {
            return unread(normalised, with(normalised.issues(), parsed.issue()), today);
        }
        if (content.format().equals(Iso15434.GS1)) {
            return structured(normalised, ElementString.parse(content.text(), table, today), today);
        }
        ScanMeaning meaning = ScanMeaning.of(content, today);
        return reading(Outcome.OK, normalised, ElementString.EMPTY, normalised.issues(), meaning, today);
    }

    private Reading structured(Normalised normalised, Parsed parsed, LocalDate today) {
        List<ScanIssue> issues = new ArrayList<>(0);
        addAll(issues, normalised.issues());
        addAll(issues, parsed.issues());
        if (has(Severity.REJECT, issues)) {
            return unread(normalised, issues, today);
        }
        addAll(issues, AiRules.check(parsed.content().elements(), table));
        ScanMeaning meaning = elementMeaning.of(parsed.content(), today, issues);
        Outcome outcome = has(Severity.WARN, issues) ? Outcome.WARN : Outcome.OK;
        return reading(outcome, normalised, parsed.content(), issues, meaning, today);
    }

    private Reading readComposite(Reading linear, Reading square, LocalDate today) {
        Reading whole = new Label(List.of(linear, square), table, elementMeaning).read(today);
        return whole.with(linear.carrier(), linear.canonical() + "|" + square.canonical());
    }

    private Reading unread(Normalised normalised, List<ScanIssue> issues, LocalDate today) {
        return reading(Outcome.REJECT, normalised, ElementString.EMPTY, issues, ScanMeaning.NONE, today);
    }

    private Reading reading(
            Outcome outcome,
            Normalised normalised,
            ElementString content,
            List<ScanIssue> issues,
            ScanMeaning meaning,
            LocalDate today) {
        List<ScanIssue> noted = issues.isEmpty() ? List.of() : List.copyOf(issues);
        return new Reading(
                outcome,
                normalised.carrier(),
                normalised.canonical(),
                content.elements(),
                noted,
                meaning,
                new Explanation(normalised.aimId(), normalised.carrier(), content.elements(), noted, table, today));
    }

    private static List<ScanIssue> with(List<ScanIssue> issues, @Nullable ScanIssue more) {
        List<ScanIssue> all = new ArrayList<>(issues);
        if (more != null) {
            all.add(more);
        }
        return all;
    }

    /** A sound scan has nothing to note, and costs nothing here. */
    private static void addAll(List<ScanIssue> issues, List<ScanIssue> more) {
        if (!more.isEmpty()) {
            issues.addAll(more);
        }
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
