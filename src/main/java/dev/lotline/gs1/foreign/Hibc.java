package dev.lotline.gs1.foreign;

import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a HIBC symbol says (ANSI/HIBC 2.6 supplier labelling): who made it, what it is, and in its secondary part lot,
 * dates and quantity. Null = it doesn't say.
 *
 * @param lic labeller, a letter and three letters or digits; null in a secondary symbol of its own
 * @param pcn product or catalogue number, null together with {@code lic}
 * @param unitOfMeasure one digit: 0 = each, 1 to 8 = pack levels, 9 = variable; null together with {@code lic}
 * @param link of a secondary symbol: the check character of the primary one it belongs to
 * @param checkCharacter of this symbol
 */
public record Hibc(
        @Nullable String lic,
        @Nullable String pcn,
        @Nullable String unitOfMeasure,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable Integer quantity,
        @Nullable Gs1Date useBy,
        @Nullable Gs1Date produced,
        @Nullable Character link,
        char checkCharacter) {

    /** A symbol read, or the one reason why not. */
    public record Parsed(@Nullable Hibc content, @Nullable ScanIssue issue) {}

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

    /** True if {@code text} begins as a primary or secondary symbol does and has characters of its alphabet only. */
    public static boolean startsIn(String text) {
        if (text.length() < 4 || text.charAt(0) != '+') {
            return false;
        }
        char second = text.charAt(1);
        if (second != '$' && (second < 'A' || second > 'Z')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads one symbol. Never throws.
     *
     * @param today decides the century of dates
     */
    public static Parsed parse(String text, LocalDate today) {
        int last = text.length() - 1;
        if (!startsIn(text) || text.charAt(last) != check(text.substring(0, last))) {
            return new Parsed(null, ScanIssue.at(Code.HIBC_CHECK, Math.max(last, 0), "wrong check character"));
        }
        Hibc content = new HibcReader(text.substring(1, last), text.charAt(last), today).read();
        return content == null
                ? new Parsed(null, ScanIssue.of(Code.HIBC_FORMAT, "not built as HIBC demands"))
                : new Parsed(content, null);
    }

    /** True if one of the two is the secondary symbol of the other. */
    public boolean belongsTo(Hibc other) {
        return link == null
                ? other.link != null && other.link == checkCharacter
                : other.link == null && link == other.checkCharacter;
    }

    /** Maker and product of the one, lot and dates of the other. */
    public Hibc joined(Hibc other) {
        return new Hibc(
                lic == null ? other.lic : lic,
                pcn == null ? other.pcn : pcn,
                unitOfMeasure == null ? other.unitOfMeasure : unitOfMeasure,
                lot == null ? other.lot : lot,
                serial == null ? other.serial : serial,
                quantity == null ? other.quantity : quantity,
                useBy == null ? other.useBy : useBy,
                produced == null ? other.produced : produced,
                null,
                lic == null ? other.checkCharacter : checkCharacter);
    }

    /** The key under which an item has this product, {@code HIBC:A123:BJC5D6E7}; null in a secondary symbol. */
    public @Nullable String itemCode() {
        return lic == null ? null : "HIBC:" + lic + ":" + pcn;
    }

    /**
     * The check character to put behind {@code text}: modulo 43.
     *
     * @throws IllegalArgumentException if a character is not of the alphabet
     */
    public static char check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a character of HIBC: " + text.charAt(i));
            }
            sum += value;
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
