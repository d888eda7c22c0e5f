package dev.lotline.edge.console.search;

import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.gs1.scan.ScanReader;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: typed, or read by a scanner that writes like a keyboard.
 *
 * @param names a SKU, a number, a code as the house calls it; with a prefix of ours also what is behind it
 * @param gtin of 14 digits; null when the word is no such number
 * @param lot that a label names beside its GTIN; null = none
 * @param own what the house calls such a code of its own; null = it is none
 */
record SearchWord(
        List<String> names, @Nullable String gtin, @Nullable String lot, OwnCode.@Nullable Kind own) {
    private static final int GTIN = 14;
    private static final int SHORTEST = 8;

    /** Also of a badge that was misread: it is as much of a secret. */
    private static final String BADGE = "BDG-";

    private static final ScanReader READER = new ScanReader();

    /** Dates on labels have two digits of their year; which century is nothing to a search. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    /** A secret: it opens a session on a handheld, so no page repeats it and nothing is looked for. */
    boolean badge() {
        return own == OwnCode.Kind.BADGE;
    }

    static SearchWord of(String word) {
        String digits = word.startsWith("]") && word.length() > 3 ? word.substring(3) : word;
        if (digits.regionMatches(true, 0, BADGE, 0, BADGE.length())) {
            return new SearchWord(List.of(digits), null, null, OwnCode.Kind.BADGE);
        }
        if (digits.length() >= SHORTEST
                && digits.length() <= GTIN
                && digits.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return new SearchWord(List.of(digits), "0".repeat(GTIN - digits.length()) + digits, null, null);
        }
        Reading reading = READER.read(RawScan.of(word), ANY_DAY);
        ScanMeaning meaning = reading.meaning();
        if (meaning.own() != null) {
            return new SearchWord(
                    List.of(digits, meaning.own().code()),
                    null,
                    null,
                    meaning.own().kind());
        }
        if (meaning.gtin14() != null) {
            return new SearchWord(List.of(digits), meaning.gtin14().toString(), meaning.lot(), null);
        }
        return new SearchWord(
                List.of(meaning.sscc() == null ? digits : meaning.sscc().toString()), null, null, null);
    }
}
