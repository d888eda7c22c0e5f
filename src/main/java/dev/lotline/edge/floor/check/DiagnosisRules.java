package dev.lotline.edge.floor.check;

import dev.lotline.edge.floor.check.Typed.Case;
import dev.lotline.gs1.scan.Symbology;
import dev.lotline.gs1.scan.text.ScanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From scans of the sheet to the settings of the scanner: since what is on the sheet is known, whatever else arrived is
 * prefix, id, line end, another keyboard, or gone. Pure.
 */
final class DiagnosisRules {
    private static final String GS = "\u001d";
    private static final Map<String, String> ENDS =
            Map.of("\r", "CR", "\n", "LF", "\r\n", "CRLF", "\t", "TAB", "", "NONE");
    private static final Map<String, String> PAYLOADS =
            Map.of("S1", SheetCode.LETTERS, "S2", SheetCode.SIGNS, "S6", SheetCode.UPC, "S7", SheetCode.ITF);

    /** What was found, before it is put in words. Null = not scanned, or not recognised. */
    static final class Found {
        @Nullable
        Boolean aim;

        @Nullable
        String prefix;

        @Nullable
        String suffix;

        @Nullable
        Typed typed;

        @Nullable
        String separator;

        @Nullable
        Integer upcDigits;

        @Nullable
        Boolean itf;

        boolean doubled;
        int burst = -1;
        final Set<String> scanned = new LinkedHashSet<>();
        final Set<String> unrecognised = new LinkedHashSet<>();
    }

    private final List<Sample> samples;
    private final Found found = new Found();

    DiagnosisRules(List<Sample> samples) {
        this.samples = samples;
    }

    Found found() {
        Typed typed = typed();
        found.typed = typed;
        for (Sample sample : samples) {
            found.scanned.add(sample.sheet());
            if (sample.data().isEmpty()) {
                nothing(sample);
            } else if (sample.sheet().equals("S8")) {
                burst(sample);
            } else if (typed == null || !read(sample, typed)) {
                found.unrecognised.add(sample.sheet());
            }
        }
        return found;
    }

    /** The one keyboard that explains the most of S1 and S2; en-US where neither was scanned. */
    private @Nullable Typed typed() {
        List<Sample> letters = samples.stream()
                .filter(sample -> Set.of("S1", "S2").contains(sample.sheet())
                        && !sample.data().isEmpty())
                .toList();
        if (letters.isEmpty()) {
            return new Typed(null, Case.OK);
        }
        Typed best = null;
        long most = 0;
        for (Typed typed : Typed.all()) {
            long explained = letters.stream()
                    .filter(sample -> sample.data().contains(typed.of(PAYLOADS.getOrDefault(sample.sheet(), ""))))
                    .count();
            if (explained > most) {
                best = typed;
                most = explained;
            }
        }
        return best;
    }

    private void nothing(Sample sample) {
        if (sample.sheet().equals("S7")) {
            found.itf = false;
        } else {
            found.unrecognised.add(sample.sheet());
        }
    }

    private boolean read(Sample sample, Typed typed) {
        String body = withoutEnd(sample.data());
        String half = ScanText.half(body);
        if (half != null && contains(sample, half, typed)) {
            found.doubled = true;
            body = withoutEnd(half);
        }
        int at = start(sample, body, typed);
        if (at < 0) {
            return false;
        }
        found.suffix = found.suffix == null
                ? sample.data().substring(withoutEnd(sample.data()).length())
                : found.suffix;
        head(sample, body.substring(0, at), typed);
        switch (sample.sheet()) {
            case "S3", "S4", "S5" -> separator(body, typed);
            case "S6" -> upc(body, at, typed);
            case "S7" -> found.itf = true;
            default -> {}
        }
        return true;
    }

    private static boolean contains(Sample sample, String text, Typed typed) {
        return start(sample, text, typed) >= 0;
    }

    /** Where what is on the sheet begins; UPC-A may have a zero in front. */
    private static int start(Sample sample, String body, Typed typed) {
        return switch (sample.sheet()) {
            case "S3", "S4", "S5" -> body.indexOf(typed.of("01" + SheetCode.GTIN + "10TST"));
            case "S6" -> {
                int upc = body.indexOf(typed.of(SheetCode.UPC));
                int padded = body.indexOf(typed.of("0" + SheetCode.UPC));
                int ean = body.indexOf(typed.of(SheetCode.EAN));
                // the zero of ]E0 is not one of the number
                boolean id = upc >= 3 && body.startsWith(typed.of("]E0"), upc - 3);
                yield padded >= 0 && !id ? padded : upc >= 0 ? upc : ean;
            }
            default -> body.indexOf(typed.of(PAYLOADS.getOrDefault(sample.sheet(), "")));
        };
    }

    /** What stands in front: perhaps a prefix, perhaps an AIM id. */
    private void head(Sample sample, String head, Typed typed) {
        boolean apart = sample.symbology() != null && Symbology.startOf(sample.symbology()) != null;
        String id = head.length() < 3 ? "" : head.substring(head.length() - 3);
        boolean inFront = SheetCode.all().stream()
                        .filter(code -> code.sheet().equals(sample.sheet()))
                        .anyMatch(code -> id.equals(typed.of(code.aimId())) || id.equals(typed.of(other(code.aimId()))))
                || (typed.layout() == null && typed.letters() == Case.OK && Symbology.startOf(id) != null);
        found.aim = apart || inFront || Boolean.TRUE.equals(found.aim);
        String prefix = inFront ? head.substring(0, head.length() - 3) : head;
        if (found.prefix == null) {
            found.prefix = prefix;
        }
    }

    /** Decoders disagree about ITF with a check digit. */
    private static String other(String aimId) {
        return aimId.equals("]I1") ? "]I0" : aimId;
    }

    private void separator(String body, Typed typed) {
        String lot = body.contains(typed.of("TST%5")) ? typed.of("TST%5") : typed.of("TST-3");
        String next = lot.equals(typed.of("TST%5")) ? typed.of("21SN1") : typed.of("98SHEET");
        int from = body.indexOf(lot) + lot.length();
        int to = body.indexOf(next, from);
        if (body.contains(lot) && to >= 0 && found.separator == null) {
            found.separator = body.substring(from, to);
        }
    }

    private void upc(String body, int at, Typed typed) {
        if (body.startsWith(typed.of("0" + SheetCode.UPC), at)) {
            found.upcDigits = 13;
        } else if (body.startsWith(typed.of(SheetCode.UPC), at)) {
            found.upcDigits = 12;
        }
    }

    private void burst(Sample sample) {
        Set<Character> seen = new LinkedHashSet<>();
        for (Sample each : samples) {
            String data = each.sheet().equals("S8") ? each.data() : "";
            for (int at = data.indexOf("8:"); at >= 0 && at + 2 < data.length(); at = data.indexOf("8:", at + 1)) {
                seen.add(data.charAt(at + 2));
            }
        }
        found.burst = Math.min(SheetCode.BURST, seen.size());
        if (seen.isEmpty()) {
            found.unrecognised.add(sample.sheet());
        }
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && "\r\n\t".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    static String end(String suffix) {
        return ENDS.getOrDefault(suffix, "OTHER");
    }

    /** Knobs that read this scanner as it is; what was not found out is left alone. */
    static Map<String, Object> settings(Found found) {
        Map<String, Object> settings = new TreeMap<>();
        if (found.aim != null) {
            settings.put("aim", found.aim ? "ON" : "OFF");
        }
        if (found.prefix != null && !found.prefix.isEmpty()) {
            settings.put("prefix", found.prefix);
        }
        if (found.suffix != null) {
            List<String> ends = new ArrayList<>();
            found.suffix.chars().distinct().forEach(c -> ends.add(String.valueOf((char) c)));
            settings.put("suffix", ends);
        }
        if (found.separator != null && !found.separator.isEmpty() && !found.separator.equals(GS)) {
            settings.put("gsAliases", List.of(found.separator));
        }
        if (found.upcDigits != null) {
            settings.put("upcA12", found.upcDigits == 12);
        }
        if (found.typed != null && found.typed.letters() == Case.SWAPPED) {
            settings.put("capsRepair", true);
        }
        return settings;
    }
}
