package dev.lotline.gs1.scan;

import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.Gtin;
import dev.lotline.gs1.Sscc;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a scan says, in typed values; null = the scan doesn't say.
 *
 * @param sscc AI 00, the logistic unit itself
 * @param gtin14 AI 01, EAN or ITF: the item itself
 * @param contentGtin14 AI 02: the items inside the logistic unit
 * @param variant AI 20, two digits
 * @param lot AI 10
 * @param serial AI 21
 * @param count pieces, at least 1: AI 37 beside 02, else AI 30
 * @param useBy AI 17
 * @param bestBefore AI 15
 * @param sellBy AI 16
 * @param produced AI 11
 * @param packed AI 13
 * @param netWeight AI 310n in kg, else 320n in lb
 * @param own one of our own labels
 * @param text what is to be looked up; only with outcome LOOKUP
 */
public record ScanMeaning(
        @Nullable Sscc sscc,
        @Nullable Gtin gtin14,
        @Nullable Gtin contentGtin14,
        @Nullable String variant,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable Integer count,
        @Nullable Gs1Date useBy,
        @Nullable Gs1Date bestBefore,
        @Nullable Gs1Date sellBy,
        @Nullable Gs1Date produced,
        @Nullable Gs1Date packed,
        @Nullable Measure netWeight,
        @Nullable OwnCode own,
        @Nullable String text) {

    /** A measure with exactly the decimals of its AI; {@code unit} as in the table, such as {@code kg}. */
    public record Measure(BigDecimal value, String unit) {}

    /** Says nothing. */
    public static final ScanMeaning NONE = new Draft().finish();

    static ScanMeaning lookup(String text, @Nullable OwnCode own) {
        Draft draft = new Draft();
        draft.text = text;
        draft.own = own;
        return draft.finish();
    }

    /** The day after which the item isn't used: use-by if the scan has it, else best-before, else null. */
    public @Nullable LocalDate expirationDate() {
        Gs1Date expiration = useBy != null ? useBy : bestBefore;
        return expiration == null ? null : expiration.date();
    }

    /** Fifteen values of which a scan has three: filled one by one, then turned into the record. */
    static final class Draft {
        @Nullable
        Sscc sscc;

        @Nullable
        Gtin gtin14;

        @Nullable
        Gtin contentGtin14;

        @Nullable
        String variant;

        @Nullable
        String lot;

        @Nullable
        String serial;

        @Nullable
        Integer count;

        @Nullable
        Gs1Date useBy;

        @Nullable
        Gs1Date bestBefore;

        @Nullable
        Gs1Date sellBy;

        @Nullable
        Gs1Date produced;

        @Nullable
        Gs1Date packed;

        @Nullable
        Measure netWeight;

        @Nullable
        OwnCode own;

        @Nullable
        String text;

        ScanMeaning finish() {
            return new ScanMeaning(
                    sscc,
                    gtin14,
                    contentGtin14,
                    variant,
                    lot,
                    serial,
                    count,
                    useBy,
                    bestBefore,
                    sellBy,
                    produced,
                    packed,
                    netWeight,
                    own,
                    text);
        }
    }
}
