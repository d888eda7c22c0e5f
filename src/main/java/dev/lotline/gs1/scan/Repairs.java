package dev.lotline.gs1.scan;

import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.scan.Normaliser.Normalised;
import dev.lotline.gs1.scan.text.Keyboard;
import dev.lotline.gs1.scan.text.ScanText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between scanner and us: text that comes twice and letters of the wrong case are mended, if what comes
 * out is sound and the operator is told; a wrong keyboard layout is found out and never mended, since nobody could be sure.
 */
final class Repairs {

    private Repairs() {}

    static Reading read(ScanReader reader, RawScan raw, ScanProfile profile, LocalDate today) {
        String text = ScanText.trimmed(raw.data(), profile.prefix(), profile.suffix());
        Reading once = once(reader, raw, text, profile, today);
        if (once != null) {
            return once;
        }
        Reading reading = reader.readOnce(raw, profile, today);
        // twice only when what surrounds it is gone, such as a GS: read again it must mean the same
        once = reading.outcome() == Outcome.REJECT ? null : once(reader, raw, reading.canonical(), profile, today);
        if (once != null) {
            return once;
        }
        boolean mayBeSwapped = reading.outcome() == Outcome.REJECT && (profile.capsRepair() || raw.capsLock());
        if (!mayBeSwapped || (raw.symbology() == null && raw.data().indexOf(']') < 0)) {
            return reading;
        }
        Reading swapped = reader.readOnce(swapped(raw), profile, today);
        return swapped.outcome() != Outcome.REJECT && hasAimId(swapped) && isSure(reading, swapped, raw)
                ? warned(swapped, Code.CASE_SWAPPED, "upper and lower case were exchanged")
                : reading;
    }

    /** What came twice, or twice twice, so that it can't be halved any further; null if it is no such text. */
    private static @Nullable Reading once(
            ScanReader reader, RawScan raw, String text, ScanProfile profile, LocalDate today) {
        Reading once = null;
        String half = profile.detectDoubled() ? ScanText.half(text) : null;
        while (half != null) {
            Reading read = reader.readOnce(raw.withData(half), profile, today);
            if (!isSound(read)) {
                break;
            }
            once = read;
            half = ScanText.half(half);
        }
        return once == null ? null : warned(once, Code.PAYLOAD_DOUBLED, "the same text came twice in one");
    }

    /** The one reason why a text that means nothing must not be looked up either; null if it may. */
    static @Nullable ScanIssue garbled(
            ScanReader reader, Reading reading, Normalised normalised, ScanProfile profile, LocalDate today) {
        boolean unread = reading.carrier() == Carrier.PLAIN || reading.outcome() == Outcome.REJECT;
        if (!unread || normalised.symbology() != null) {
            return null;
        }
        String text = normalised.payload();
        if (Keyboard.isMangledNumber(text)) {
            return ScanIssue.of(Code.NUMBER_MANGLED, "a spreadsheet has rounded this number");
        }
        if (Keyboard.looksFrench(text)) {
            return typedOn("fr");
        }
        if (profile.aim() != ScanProfile.Aim.ON) {
            return null;
        }
        List<String> layouts = new ArrayList<>(0);
        for (Keyboard keyboard : profile.keyboards()) {
            String undone = keyboard.undone(text);
            if (!undone.equals(text) && Symbology.startOf(undone) != null) {
                Reading meant = reader.readOnce(RawScan.of(undone), profile.with(d -> d.keyboards = List.of()), today);
                if (meant.outcome() != Outcome.REJECT) {
                    layouts.add(keyboard.name());
                }
            }
        }
        return layouts.isEmpty() ? null : typedOn(String.join(" or ", layouts));
    }

    private static ScanIssue typedOn(String layouts) {
        return ScanIssue.of(Code.KEYBOARD_LAYOUT, "typed on keyboard layout " + layouts + ": run the scanner check");
    }

    /** {@code ]E0} and {@code ]e0} are both AIM ids: a damaged EAN must not be taken for a lot in DataBar. */
    private static boolean isSure(Reading reading, Reading swapped, RawScan raw) {
        return raw.capsLock()
                || !hasAimId(reading)
                || reading.issues().stream().anyMatch(issue -> issue.code() == Code.AIM_UNKNOWN)
                || swapped.meaning().gtin14() != null
                || swapped.meaning().sscc() != null;
    }

    private static boolean isSound(Reading reading) {
        boolean structured = reading.carrier() == Carrier.GS1
                || reading.carrier() == Carrier.EAN
                || reading.carrier() == Carrier.ITF;
        return structured && reading.outcome() != Outcome.REJECT;
    }

    private static boolean hasAimId(Reading reading) {
        return reading.canonical().startsWith("]");
    }

    private static RawScan swapped(RawScan raw) {
        String id = raw.symbology() == null ? null : ScanText.swapped(raw.symbology());
        return raw.withData(ScanText.swapped(raw.data())).withSymbology(id, raw.labelType());
    }

    private static Reading warned(Reading reading, Code code, String text) {
        List<ScanIssue> issues = new ArrayList<>(reading.issues());
        issues.add(ScanIssue.of(code, text));
        Outcome outcome = reading.outcome() == Outcome.OK ? Outcome.WARN : reading.outcome();
        return reading.with(outcome, issues);
    }
}
