package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.ScanIssue.Severity;
import dev.lotline.gs1.profile.KeyboardLayouts;
import dev.lotline.gs1.profile.ProfileText;
import dev.lotline.gs1.profile.ScanProfile;
import dev.lotline.gs1.profile.ScanProfile.Aim;
import dev.lotline.gs1.scan.Normaliser.Normalised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * Reads one scan of a device nobody has told us anything about.
     *
     * @param today the warehouse's business date; decides the century of dates and nothing else
     */
    public Reading read(RawScan raw, LocalDate today) {
        return read(raw, ScanProfile.STANDARD, today);
    }

    /** Reads one scan as the profile of its device says. */
    public Reading read(RawScan raw, ScanProfile profile, LocalDate today) {
        Reading once = halved(raw, profile, today);
        if (once != null) {
            return once;
        }
        Normalised normalised = normaliser.normalise(raw, profile);
        Reading reading = read(normalised, raw, profile, today);
        if (reading.outcome() == Outcome.REJECT && normalised.canonical().startsWith("]")) {
            return swapped(reading, raw, profile, today);
        }
        boolean unexplained = reading.outcome() == Outcome.REJECT || reading.carrier() == Carrier.PLAIN;
        return unexplained && normalised.symbology() == null
                ? typed(reading, normalised, raw, profile, today)
                : reading;
    }

    /** Keystrokes and an intent, one behind the other: taken once if one alone is a barcode of an item. */
    private @Nullable Reading halved(RawScan raw, ScanProfile profile, LocalDate today) {
        String data = raw.data();
        if (!profile.doubledPayload() || data.length() < 2 || data.length() > RawScan.MAX_LENGTH) {
            return null;
        }
        String half = ProfileText.half(ScanText.withoutSurplusGs(ProfileText.trimmed(data, profile)));
        if (half == null) {
            return null;
        }
        Normalised one = normaliser.ofText(half, raw, profile);
        boolean item = one.carrier() == Carrier.GS1 || one.carrier() == Carrier.EAN || one.carrier() == Carrier.ITF;
        Normalised told = one.with(ScanIssue.of(Code.PAYLOAD_DOUBLED, "the text came twice in one scan"));
        return item && read(one, raw, profile, today).outcome() != Outcome.REJECT
                ? read(told, raw, profile, today)
                : null;
    }

    /** CapsLock turns an AIM id into an unknown one, or into that of another symbology: put right if that reads. */
    private Reading swapped(Reading reading, RawScan raw, ScanProfile profile, LocalDate today) {
        String text = ProfileText.trimmed(raw.data(), profile);
        if ((!profile.capsRepair() && !raw.capsLock()) || !text.startsWith("]") || text.length() > RawScan.MAX_LENGTH) {
            return reading;
        }
        String swapped = ProfileText.caseSwapped(text);
        if (Symbology.startOf(swapped) == null) {
            return reading;
        }
        Normalised meant = normaliser.ofText(swapped, raw, profile);
        Reading right = read(
                meant.with(ScanIssue.of(Code.CASE_SWAPPED, "CapsLock is on: capitals read as small letters")),
                raw,
                profile,
                today);
        // ]e0 and ]E0 are both ids: a damaged EAN must not be taken for DataBar
        boolean sure = Symbology.startOf(text) == null
                || raw.capsLock()
                || right.meaning().gtin14() != null
                || right.meaning().sscc() != null;
        return sure && right.outcome() != Outcome.REJECT ? right : reading;
    }

    /** Told, not repaired: what another keyboard layout or a spreadsheet has made of a text. */
    private Reading typed(Reading reading, Normalised normalised, RawScan raw, ScanProfile profile, LocalDate today) {
        String text = normalised.payload();
        ScanIssue issue = null;
        if (isMangled(text)) {
            issue = ScanIssue.of(Code.NUMBER_MANGLED, "a number that a spreadsheet has rounded");
        } else {
            String layout = KeyboardLayouts.builtIn()
                    .mismatch(text, meant -> profile.aim() == Aim.ON && reads(meant, raw, profile, today));
            issue = layout == null
                    ? null
                    : ScanIssue.of(
                            Code.KEYBOARD_LAYOUT, "typed on keyboard layout " + layout + ": run the scanner check");
        }
        return issue == null
                ? reading
                : reading(
                        Outcome.REJECT,
                        normalised.with(issue),
                        ElementString.EMPTY,
                        normalised.with(issue).issues(),
                        ScanMeaning.NONE,
                        new Explanation.Source(raw, profile, today));
    }

    private boolean reads(String meant, RawScan raw, ScanProfile profile, LocalDate today) {
        return Symbology.startOf(meant) != null
                && read(normaliser.ofText(meant, raw, profile), raw, profile, today)
                                .outcome()
                        != Outcome.REJECT;
    }

    /** {@code 9.50E+12}: digits, a point, digits, E+, digits. */
    private static boolean isMangled(String text) {
        int exponent = text.indexOf("E+");
        int point = text.indexOf('.');
        return point > 0
                && exponent > point + 1
                && exponent + 2 < text.length()
                && CheckDigit.isDigits(text, 0, point)
                && CheckDigit.isDigits(text, point + 1, exponent)
                && CheckDigit.isDigits(text, exponent + 2, text.length());
    }

    private Reading read(Normalised normalised, RawScan raw, ScanProfile profile, LocalDate today) {
        Explanation.Source source = new Explanation.Source(raw, profile, today);
        if (normalised.rejected()) {
            return reading(
                    Outcome.REJECT, normalised, ElementString.EMPTY, normalised.issues(), ScanMeaning.NONE, source);
        }
        String payload = normalised.payload();
        return switch (normalised.carrier()) {
            case GS1 -> structured(normalised, ElementString.parse(payload, table, today), source);
            case HRI -> structured(normalised, BracketedText.parse(payload, table, today), source);
            case EAN -> structured(normalised, TradeItemNumber.ean(payload, normalised.symbology()), source);
            case ITF -> structured(normalised, TradeItemNumber.itf(payload), source);
            case OWN, URL, PLAIN -> {
                ScanMeaning meaning = ScanMeaning.lookup(payload, OwnCode.parse(payload));
                Outcome outcome = meaning.own() == null ? Outcome.LOOKUP : Outcome.OK;
                yield reading(outcome, normalised, ElementString.EMPTY, normalised.issues(), meaning, source);
            }
        };
    }

    private Reading structured(Normalised normalised, Parsed parsed, Explanation.Source source) {
        List<ScanIssue> issues = new ArrayList<>(normalised.issues());
        issues.addAll(parsed.issues());
        if (has(Severity.REJECT, issues)) {
            return reading(Outcome.REJECT, normalised, ElementString.EMPTY, issues, ScanMeaning.NONE, source);
        }
        issues.addAll(AiRules.check(parsed.content().elements(), table));
        ScanMeaning meaning = elementMeaning.of(parsed.content(), source.today(), issues);
        Outcome outcome = has(Severity.WARN, issues) ? Outcome.WARN : Outcome.OK;
        return reading(outcome, normalised, parsed.content(), issues, meaning, source);
    }

    private Reading reading(
            Outcome outcome,
            Normalised normalised,
            ElementString content,
            List<ScanIssue> issues,
            ScanMeaning meaning,
            Explanation.Source source) {
        List<ScanIssue> noted = List.copyOf(issues);
        return new Reading(
                outcome,
                normalised.carrier(),
                normalised.canonical(),
                content.elements(),
                noted,
                meaning,
                new Explanation(normalised, content.elements(), noted, table, source));
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
