package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.profile.ProfileText;
import dev.lotline.gs1.profile.ScanProfile;
import dev.lotline.gs1.profile.ScanProfile.Aim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings a raw scan into its one canonical form, as its device's profile says: ends, AIM id, GS, control characters,
 * carrier, in this order. The repairs of a whole text are in {@link ScanReader}, since they need to know what parses.
 */
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

        /** The same with one more thing told. */
        Normalised with(ScanIssue issue) {
            List<ScanIssue> more = new ArrayList<>(issues);
            more.add(issue);
            return new Normalised(symbology, aimId, carrier, payload, more);
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
        return normalise(raw, ScanProfile.STANDARD);
    }

    Normalised normalise(RawScan raw, ScanProfile profile) {
        if (raw.data().length() > RawScan.MAX_LENGTH) {
            return rejected(raw.data(), ScanIssue.of(Code.TOO_LONG, raw.data().length() + " characters"));
        }
        return ofText(ProfileText.trimmed(raw.data(), profile), raw, profile);
    }

    /** The steps behind the ends: {@code text} is what is left of the raw scan's data, or what it was repaired to. */
    Normalised ofText(String text, RawScan raw, ScanProfile profile) {
        String apart = raw.symbology();
        if (apart != null && !apart.isEmpty()) {
            Symbology symbology = apart.length() == 3 ? Symbology.startOf(apart) : null;
            return symbology == null ? unknownAim(text, apart) : withAim(symbology, apart, text, profile);
        }
        Symbology symbology = profile.aim() == Aim.OFF ? null : Symbology.startOf(text);
        if (symbology != null) {
            return withAim(symbology, text.substring(0, 3), text, profile);
        }
        if (profile.aim() == Aim.ON && text.startsWith("]")) {
            return unknownAim(text, text.substring(0, Math.min(3, text.length())));
        }
        String named = raw.labelType() == null ? null : profile.labelTypes().get(raw.labelType());
        if (named != null) {
            symbology = Symbology.startOf(named);
            return symbology == null ? unknownAim(text, named) : withAim(symbology, named, text, profile);
        }
        return byContent(null, null, text, profile, new ArrayList<>());
    }

    private Normalised withAim(Symbology symbology, String id, String text, ScanProfile profile) {
        int count = 0;
        while (text.startsWith(id, 3 * count)) {
            count++;
        }
        List<ScanIssue> issues = new ArrayList<>(2);
        if (count > 1) {
            issues.add(ScanIssue.of(Code.AIM_REPEATED, id));
        }
        String payload = text.substring(3 * count);
        if (!profile.allows(id)) {
            issues.add(ScanIssue.of(Code.SYMBOLOGY_NOT_ALLOWED, id + " is not among those of " + profile.name()));
            return new Normalised(symbology, id, Carrier.PLAIN, payload, issues);
        }
        String simple = symbology.idWithoutEci();
        if (simple != null) {
            return withEci(symbology, simple, payload, profile, issues);
        }
        boolean shortItf = symbology == Symbology.ITF
                && payload.length() != 14
                && profile.itfLengths().contains(payload.length());
        return symbology.carrier() == Carrier.PLAIN || shortItf
                ? byContent(symbology, id, payload, profile, issues)
                : byCarrier(symbology, id, tradeItem(symbology, payload, profile), profile, issues);
    }

    /** UPC-A and UPC-E as EAN-13, where the profile says that they come otherwise. */
    private static String tradeItem(Symbology symbology, String payload, ScanProfile profile) {
        if (symbology != Symbology.EAN_13) {
            return payload;
        }
        if (profile.upcA12() && payload.length() == 12) {
            return "0" + payload;
        }
        String expanded = profile.shortUpcE() ? ProfileText.expanded(payload) : null;
        return expanded == null ? payload : "0" + expanded;
    }

    private static Normalised withEci(
            Symbology symbology, String simple, String payload, ScanProfile profile, List<ScanIssue> issues) {
        String plain = ScanText.withoutEci(payload);
        if (plain == null) {
            issues.add(ScanIssue.of(Code.SYMBOLOGY_NOT_ALLOWED, "another character set than UTF-8 or Latin-1"));
            return new Normalised(symbology, simple, Carrier.GS1, payload, issues);
        }
        return byCarrier(symbology, simple, plain, profile, issues);
    }

    private static Normalised byCarrier(
            Symbology symbology, String id, String payload, ScanProfile profile, List<ScanIssue> issues) {
        Carrier carrier = symbology.carrier();
        if (isUnreadable(payload, issues) || carrier != Carrier.GS1) {
            return new Normalised(symbology, id, carrier, payload, issues);
        }
        String separated = separated(payload, profile, issues);
        return new Normalised(symbology, id, carrier, cleanOfGs(separated, issues), issues);
    }

    private static String separated(String payload, ScanProfile profile, List<ScanIssue> issues) {
        String separated = ProfileText.withGs(payload, profile.gsAliases());
        if (!separated.equals(payload)) {
            issues.add(ScanIssue.of(Code.GS_ALIAS, "read as GS: " + String.join(" or ", profile.gsAliases())));
        }
        return separated;
    }

    private Normalised byContent(
            @Nullable Symbology symbology,
            @Nullable String id,
            String text,
            ScanProfile profile,
            List<ScanIssue> issues) {
        String payload = separatedCandidate(text, profile, issues);
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

    /** With GS for the aliases if that makes it GS1; in any other text the same characters are content. */
    private String separatedCandidate(String text, ScanProfile profile, List<ScanIssue> issues) {
        if (profile.gsAliases().isEmpty() || text.isEmpty()) {
            return text;
        }
        String separated = ScanText.withoutSurplusGs(ProfileText.withGs(text, profile.gsAliases()));
        boolean candidate = !separated.isEmpty() && contentCarrier.of(separated) == Carrier.GS1;
        return candidate ? separated(text, profile, issues) : text;
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
