package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.retail.UpcE;
import dev.lotline.gs1.scan.text.ScanText;
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
            issues = issues.isEmpty() ? List.of() : List.copyOf(issues);
        }

        /** For storage and replay; normalising it again changes nothing. */
        String canonical() {
            return aimId == null ? payload : aimId + payload;
        }

        Normalised as(Carrier other) {
            return other == carrier ? this : new Normalised(symbology, aimId, other, payload, issues);
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

    private final AiTable table;

    Normaliser(AiTable table) {
        this.table = table;
    }

    /** By the standard profile. */
    Normalised normalise(RawScan raw) {
        return normalise(raw, ScanProfile.STANDARD);
    }

    /** Never throws; what can't be read has an issue that rejects. */
    Normalised normalise(RawScan raw, ScanProfile profile) {
        if (raw.data().length() > RawScan.MAX_LENGTH) {
            return rejected(raw.data(), ScanIssue.of(Code.TOO_LONG, raw.data().length() + " characters"));
        }
        String text = ScanText.trimmed(raw.data(), profile.prefix(), profile.suffix());
        List<ScanIssue> issues = new ArrayList<>(0);
        if (raw.bytesDiffer()) {
            issues.add(ScanIssue.of(Code.BYTES_DIFFER, "text and bytes differ: the bytes count"));
        }
        String apart = apart(raw, text, profile);
        if (apart != null) {
            Symbology symbology = apart.length() == 3 ? Symbology.startOf(apart) : null;
            return symbology == null ? unknownAim(text, apart) : withAim(symbology, apart, text, profile, issues);
        }
        if (text.startsWith("]") && profile.aim() != ScanProfile.Aim.OFF) {
            Symbology symbology = Symbology.startOf(text);
            if (symbology != null) {
                return withAim(symbology, Symbology.idOf(text), text, profile, issues);
            }
            if (profile.aim() == ScanProfile.Aim.ON) {
                return unknownAim(text, text.substring(0, Math.min(3, text.length())));
            }
        }
        return byContent(null, null, text, profile, issues);
    }

    /** The AIM id that came beside the text, or that the maker's name of the symbology stands for; null if neither. */
    private static @Nullable String apart(RawScan raw, String text, ScanProfile profile) {
        if (raw.symbology() != null && !raw.symbology().isEmpty()) {
            return raw.symbology();
        }
        return raw.labelType() == null || text.startsWith("]")
                ? null
                : profile.labelTypes().get(raw.labelType());
    }

    private Normalised withAim(
            Symbology symbology, String id, String text, ScanProfile profile, List<ScanIssue> issues) {
        int count = 0;
        while (text.startsWith(id, 3 * count)) {
            count++;
        }
        if (count > 1) {
            issues.add(ScanIssue.of(Code.AIM_REPEATED, id));
        }
        String payload = text.substring(3 * count);
        if (!profile.reads(id)) {
            issues.add(ScanIssue.of(Code.SYMBOLOGY_NOT_ALLOWED, id + " is not read by this profile"));
            return new Normalised(symbology, id, symbology.carrier(), payload, issues);
        }
        String simple = symbology.idWithoutEci();
        if (simple != null) {
            return withEci(symbology, simple, payload, issues);
        }
        Carrier carrier = symbology.carrier();
        boolean plain = carrier == Carrier.PLAIN
                || (carrier == Carrier.ITF
                        && payload.length() != 14
                        && profile.itfLengths().contains(payload.length()));
        return plain
                ? byContent(symbology, id, payload, profile, issues)
                : byCarrier(symbology, id, retail(symbology, payload, profile), profile, issues);
    }

    /** As many digits as the symbol has, where the profile says that the device sends fewer. */
    private static String retail(Symbology symbology, String payload, ScanProfile profile) {
        if (symbology != Symbology.EAN_13) {
            return payload;
        }
        String upcE = profile.upcEShort() ? UpcE.expanded(payload) : null;
        if (upcE != null) {
            return "0" + upcE;
        }
        return profile.upcA12() && payload.length() == 12 ? "0" + payload : payload;
    }

    private static Normalised withEci(Symbology symbology, String simple, String payload, List<ScanIssue> issues) {
        String plain = ScanText.withoutEci(payload);
        if (plain == null) {
            issues.add(ScanIssue.of(Code.SYMBOLOGY_NOT_ALLOWED, "another character set than UTF-8 or Latin-1"));
            return new Normalised(symbology, simple, Carrier.GS1, payload, issues);
        }
        return byCarrier(symbology, simple, plain, ScanProfile.CONFORMANCE, issues);
    }

    private static Normalised byCarrier(
            Symbology symbology, String id, String payload, ScanProfile profile, List<ScanIssue> issues) {
        Carrier carrier = symbology.carrier();
        if (isUnreadable(payload, issues) || carrier != Carrier.GS1) {
            return new Normalised(symbology, id, carrier, payload, issues);
        }
        if (symbology == Symbology.GS1_DATABAR && BracketedText.startsIn(payload)) {
            // how camera libraries print DataBar Expanded; no element string begins with a bracket
            return new Normalised(symbology, id, Carrier.HRI, payload, issues);
        }
        String separated = separated(payload, profile, issues);
        return new Normalised(symbology, id, carrier, cleanOfGs(separated, issues), issues);
    }

    private static String separated(String payload, ScanProfile profile, List<ScanIssue> issues) {
        String separated = profile.separators().replaced(payload);
        if (separated.length() != payload.length() || !separated.equals(payload)) {
            issues.add(ScanIssue.of(Code.GS_ALIAS, "read as GS what the device sends for it"));
        }
        return separated;
    }

    private Normalised byContent(
            @Nullable Symbology symbology,
            @Nullable String id,
            String received,
            ScanProfile profile,
            List<ScanIssue> issues) {
        if (isUnreadable(received, issues)) {
            return new Normalised(symbology, id, Carrier.PLAIN, received, issues);
        }
        if (symbology == null) {
            issues.add(ScanIssue.of(Code.AIM_ABSENT, "no AIM id: read by content"));
        }
        String payload = separatedIfGs1(received, profile, issues);
        String clean = ScanText.withoutSurplusGs(payload);
        if (clean.isEmpty()) {
            issues.add(ScanIssue.of(Code.EMPTY, "nothing but GS"));
            return new Normalised(symbology, id, Carrier.PLAIN, payload, issues);
        }
        Carrier carrier = Carrier.ofContent(clean, table);
        if (symbology != null && (carrier == Carrier.GS1 || carrier == Carrier.HRI)) {
            // the supplier forgot FNC1: readable all the same
            issues.add(ScanIssue.of(Code.NOT_GS1_SYMBOL, symbology.name().toLowerCase(Locale.ROOT)));
        }
        boolean keep = carrier == Carrier.PLAIN || carrier == Carrier.URL || carrier == Carrier.ISO15434;
        return new Normalised(symbology, id, carrier, keep ? payload : cleanOfGs(payload, issues), issues);
    }

    /** A plain text keeps what only looks like a separator. */
    private String separatedIfGs1(String received, ScanProfile profile, List<ScanIssue> issues) {
        String separated = profile.separators().replaced(received);
        if (separated.equals(received)) {
            return received;
        }
        String clean = ScanText.withoutSurplusGs(separated);
        boolean gs1 = !clean.isEmpty() && Carrier.ofContent(clean, table) == Carrier.GS1;
        return gs1 ? separated(received, profile, issues) : received;
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
