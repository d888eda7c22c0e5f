package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings a raw scan into its one canonical form: ends, AIM id, control characters, GS, carrier, in this order. */
final class Normaliser {

    /**
     * A scan in its one canonical form.
     *
     * @param symbology null if no AIM id came, or an unknown one
     * @param aimId the three characters, null together with {@code symbology}
     * @param carrier PLAIN if the scan was rejected before that was known
     * @param payload text without AIM id, ends and surplus GS removed
     */
    record Normalised(
            @Nullable Symbology symbology,
            @Nullable String aimId,
            Carrier carrier,
            String payload,
            List<ScanIssue> issues) {

        Normalised {
            issues = List.copyOf(issues);
        }

        /** For storage and replay; normalising it again changes nothing. */
        String canonical() {
            return aimId == null ? payload : aimId + payload;
        }

        boolean rejected() {
            for (int i = 0; i < issues.size(); i++) {
                if (issues.get(i).rejects()) {
                    return true;
                }
            }
            return false;
        }
    }

    private final ContentCarrier contentCarrier;

    Normaliser(AiTable table) {
        this.contentCarrier = new ContentCarrier(table);
    }

    /** Never throws; what can't be read has an issue that rejects. */
    Normalised normalise(RawScan raw) {
        if (raw.data().length() > RawScan.MAX_LENGTH) {
            return rejected(raw.data(), ScanIssue.of(Code.TOO_LONG, raw.data().length() + " characters"));
        }
        String text = ScanText.trimmed(raw.data());
        String apart = raw.symbology();
        if (apart != null && !apart.isEmpty()) {
            Symbology symbology = apart.length() == 3 ? Symbology.startOf(apart) : null;
            return symbology == null ? unknownAim(text, apart) : withAim(symbology, apart, text);
        }
        if (text.startsWith("]")) {
            String id = text.substring(0, Math.min(3, text.length()));
            Symbology symbology = Symbology.startOf(text);
            return symbology == null ? unknownAim(text, id) : withAim(symbology, id, text);
        }
        return byContent(null, null, text, new ArrayList<>());
    }

    private Normalised withAim(Symbology symbology, String id, String text) {
        int count = 0;
        while (text.startsWith(id, 3 * count)) {
            count++;
        }
        List<ScanIssue> issues = new ArrayList<>(2);
        if (count > 1) {
            issues.add(ScanIssue.of(Code.AIM_REPEATED, id));
        }
        String payload = text.substring(3 * count);
        String simple = symbology.idWithoutEci();
        if (simple != null) {
            return withEci(symbology, simple, payload, issues);
        }
        return symbology.carrier() == Carrier.PLAIN
                ? byContent(symbology, id, payload, issues)
                : byCarrier(symbology, id, payload, issues);
    }

    private static Normalised withEci(Symbology symbology, String simple, String payload, List<ScanIssue> issues) {
        String plain = ScanText.withoutEci(payload);
        if (plain == null) {
            issues.add(ScanIssue.of(Code.SYMBOLOGY_NOT_ALLOWED, "another character set than UTF-8 or Latin-1"));
            return new Normalised(symbology, simple, Carrier.GS1, payload, issues);
        }
        return byCarrier(symbology, simple, plain, issues);
    }

    private static Normalised byCarrier(Symbology symbology, String id, String payload, List<ScanIssue> issues) {
        Carrier carrier = symbology.carrier();
        if (isUnreadable(payload, issues) || carrier != Carrier.GS1) {
            return new Normalised(symbology, id, carrier, payload, issues);
        }
        return new Normalised(symbology, id, carrier, cleanOfGs(payload, issues), issues);
    }

    private Normalised byContent(
            @Nullable Symbology symbology, @Nullable String id, String payload, List<ScanIssue> issues) {
        if (isUnreadable(payload, issues)) {
            return new Normalised(symbology, id, Carrier.PLAIN, payload, issues);
        }
        if (symbology == null) {
            issues.add(ScanIssue.of(Code.AIM_ABSENT, "no AIM id: read by content"));
        }
        String clean = ScanText.withoutSurplusGs(payload);
        if (clean.isEmpty()) {
            issues.add(ScanIssue.of(Code.EMPTY, "nothing but GS"));
            return new Normalised(symbology, id, Carrier.PLAIN, payload, issues);
        }
        Carrier carrier = contentCarrier.of(clean);
        if (symbology != null && (carrier == Carrier.GS1 || carrier == Carrier.HRI)) {
            // the supplier forgot FNC1: readable all the same
            issues.add(ScanIssue.of(Code.NOT_GS1_SYMBOL, symbology.name().toLowerCase(Locale.ROOT)));
        }
        boolean keep = carrier == Carrier.PLAIN || carrier == Carrier.URL;
        return new Normalised(symbology, id, carrier, keep ? payload : cleanOfGs(payload, issues), issues);
    }

    private static boolean isUnreadable(String payload, List<ScanIssue> issues) {
        if (payload.isEmpty()) {
            issues.add(ScanIssue.of(Code.EMPTY, "nothing in the barcode"));
            return true;
        }
        int forbidden = ScanText.firstForbidden(payload);
        if (forbidden >= 0) {
            String name = "U+%04X".formatted((int) payload.charAt(forbidden));
            issues.add(ScanIssue.at(Code.CONTROL_CHARACTER, forbidden, name));
        }
        return forbidden >= 0;
    }

    private static String cleanOfGs(String payload, List<ScanIssue> issues) {
        String clean = ScanText.withoutSurplusGs(payload);
        if (clean.length() < payload.length()) {
            issues.add(ScanIssue.of(Code.GS_EXTRA, "surplus GS removed"));
        }
        return clean;
    }

    private static Normalised unknownAim(String text, String id) {
        return rejected(text, ScanIssue.of(Code.AIM_UNKNOWN, id));
    }

    private static Normalised rejected(String text, ScanIssue issue) {
        return new Normalised(null, null, Carrier.PLAIN, text, List.of(issue));
    }
}
