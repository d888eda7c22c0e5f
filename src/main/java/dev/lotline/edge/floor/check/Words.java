package dev.lotline.edge.floor.check;

import dev.lotline.edge.floor.check.DiagnosisRules.Found;
import dev.lotline.gs1.scan.text.Separators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Findings in plain words, those that must be mended first. Pure. */
final class Words {
    private static final String GS = "\u001d";

    private final List<Finding> findings = new ArrayList<>();

    private Words() {}

    static List<Finding> of(Found found) {
        Words words = new Words();
        words.keyboard(found);
        words.ends(found);
        words.separator(found);
        words.rest(found);
        words.findings.sort((a, b) -> Boolean.compare(a.good(), b.good()));
        return words.findings;
    }

    private void keyboard(Found found) {
        if (found.typed == null || (!found.scanned.contains("S1") && !found.scanned.contains("S2"))) {
            return;
        }
        switch (found.typed.letters()) {
            case OK -> good("CASE", "OK", "Capitals and small letters arrive as they are.");
            case SWAPPED ->
                bad("CASE", "SWAPPED", "CapsLock is on: capitals arrive as small letters. Lots would be read wrong.");
            case UPPER ->
                bad("CASE", "UPPER", "All letters arrive as capitals. Lots with small letters would be read wrong.");
        }
        String layout = found.typed.name();
        if (found.typed.layout() == null) {
            good("LAYOUT", layout, "Scanner and host agree about the keyboard.");
        } else {
            bad(
                    "LAYOUT",
                    layout,
                    "The scanner types as an American keyboard, the host expects the layout " + layout + ".");
        }
    }

    private void ends(Found found) {
        if (found.aim != null) {
            if (found.aim) {
                good("AIM", "ON", "The scanner says which kind of symbol it has read.");
            } else {
                bad(
                        "AIM",
                        "OFF",
                        "The scanner does not say which kind of symbol it has read; a lot may be taken for a GTIN.");
            }
        }
        if (found.prefix != null && !found.prefix.isEmpty()) {
            good("PREFIX", found.prefix, "Every scan begins with " + found.prefix + "; the profile drops it.");
        }
        if (found.suffix != null) {
            String end = DiagnosisRules.end(found.suffix);
            if (found.suffix.isEmpty()) {
                bad("SUFFIX", end, "Nothing ends a scan: the screen has to wait to know that it is over.");
            } else {
                good("SUFFIX", end, "Every scan ends with " + end + ".");
            }
        }
    }

    private void separator(Found found) {
        if (found.separator == null) {
            return;
        }
        if (found.separator.equals(GS)) {
            good("GS", "OK", "The separator between lot and next value arrives.");
        } else if (found.separator.isEmpty()) {
            bad(
                    "GS",
                    "LOST",
                    "The separator is lost: a lot would swallow what stands behind it. Mend this before work.");
        } else if (!Separators.isAllowed(found.separator)) {
            bad(
                    "GS",
                    "AS \"" + found.separator + "\"",
                    "The separator arrives as " + found.separator
                            + ", which may be part of a lot. Let it be sent as | instead.");
        } else {
            good(
                    "GS",
                    "AS \"" + found.separator + "\"",
                    "The separator arrives as " + found.separator + "; the profile reads it so.");
        }
    }

    private void rest(Found found) {
        if (found.upcDigits != null) {
            good(
                    "UPC",
                    String.valueOf(found.upcDigits),
                    "UPC-A arrives with " + found.upcDigits + " digits; the profile knows.");
        }
        if (found.itf != null) {
            if (found.itf) {
                good("ITF", "ON", "ITF-14 of outer cases is read.");
            } else {
                bad("ITF", "OFF", "The scanner does not react to ITF-14: outer cases can't be scanned.");
            }
        }
        if (found.doubled) {
            bad("DOUBLED", "YES", "Every scan arrives twice in one.");
        }
        if (found.burst >= 0) {
            int lost = SheetCode.BURST - found.burst;
            if (lost == 0) {
                good("LOST", "0 of 10", "None of ten quick scans is lost.");
            } else {
                bad("LOST", lost + " of 10", lost + " of ten quick scans were lost.");
            }
        }
    }

    private void good(String setting, String value, String means) {
        findings.add(new Finding(setting, value, true, means, Map.of()));
    }

    private void bad(String setting, String value, String means) {
        findings.add(new Finding(setting, value, false, means, Remedies.of(setting)));
    }
}
