package dev.lotline.gs1.scan;

import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.Gtin;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.Sscc;
import dev.lotline.gs1.foreign.Hibc;
import dev.lotline.gs1.foreign.Iso15434;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
 * @param useBy AI 17 or 7003, whichever is earlier
 * @param bestBefore AI 15
 * @param sellBy AI 16
 * @param produced AI 11
 * @param packed AI 13
 * @param netWeight AI 310n in kg, else 320n in lb
 * @param measures every measure of the scan, in its order
 * @param gln AI 414, the place
 * @param glnExtension AI 254
 * @param shipTo AI 410
 * @param orderReference AI 400, the customer's order
 * @param consignment AI 401
 * @param shipment AI 402
 * @param route AI 403
 * @param labelSerial AI 98, if it is built like the serial of a label of ours
 * @param hibc a label of the Health Industry Bar Code
 * @param data15434 an envelope of ISO/IEC 15434
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
        List<Dimension> measures,
        @Nullable String gln,
        @Nullable String glnExtension,
        @Nullable String shipTo,
        @Nullable String orderReference,
        @Nullable String consignment,
        @Nullable String shipment,
        @Nullable String route,
        @Nullable String labelSerial,
        @Nullable Hibc hibc,
        @Nullable Iso15434 data15434,
        @Nullable OwnCode own,
        @Nullable String text) {

    public ScanMeaning {
        measures = List.copyOf(measures);
    }

    /** A measure with exactly the decimals of its AI; {@code unit} as in the table, such as {@code kg}. */
    public record Measure(BigDecimal value, String unit) {}

    /** A measure and the AI that gives it. */
    public record Dimension(String ai, Measure measure) {}

    /** Says nothing. */
    public static final ScanMeaning NONE = new Draft().finish();

    static ScanMeaning lookup(String text, @Nullable OwnCode own) {
        Draft draft = new Draft();
        draft.text = text;
        draft.own = own;
        return draft.finish();
    }

    /** What a HIBC symbol says, its lot, serial, count and dates under the common names. */
    static ScanMeaning of(Hibc hibc) {
        Draft draft = new Draft();
        draft.add(hibc);
        return draft.finish();
    }

    /** What an envelope of ISO/IEC 15434 says, under the common names where there are any. */
    static ScanMeaning of(Iso15434 envelope, LocalDate today) {
        Draft draft = new Draft();
        draft.data15434 = envelope;
        draft.lot = envelope.value("1T");
        draft.serial = envelope.value("S");
        draft.count = envelope.quantity();
        draft.useBy = envelope.useBy(today);
        draft.produced = envelope.produced();
        draft.orderReference = envelope.value("K");
        return draft.finish();
    }

    /** The day after which the item isn't used: use-by if the scan has it, else best-before, else null. */
    public @Nullable LocalDate expirationDate() {
        Gs1Date expiration = useBy != null ? useBy : bestBefore;
        return expiration == null ? null : expiration.date();
    }

    /** Many values of which a scan has three: filled one by one, then turned into the record. */
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

        List<Dimension> measures = List.of();

        @Nullable
        String gln;

        @Nullable
        String glnExtension;

        @Nullable
        String shipTo;

        @Nullable
        String orderReference;

        @Nullable
        String consignment;

        @Nullable
        String shipment;

        @Nullable
        String route;

        @Nullable
        String labelSerial;

        @Nullable
        Hibc hibc;

        @Nullable
        Iso15434 data15434;

        @Nullable
        OwnCode own;

        @Nullable
        String text;

        /** Lot, dates and quantity of the secondary symbol beside the maker and product of the primary one. */
        void add(Hibc read) {
            hibc = hibc == null ? read : hibc.joined(read);
            lot = read.lot() == null ? lot : read.lot();
            serial = read.serial() == null ? serial : read.serial();
            Integer quantity = read.quantity();
            count = quantity == null || quantity == 0 ? count : quantity;
            useBy = read.useBy() == null ? useBy : read.useBy();
            produced = read.produced() == null ? produced : read.produced();
        }

        /** What no element string says: HIBC, envelopes, our own labels, plain text. True if there is any HIBC. */
        boolean addForeign(List<Reading> readings, List<ScanIssue> issues) {
            for (Reading reading : readings) {
                ScanMeaning meaning = reading.meaning();
                if (meaning.hibc() != null) {
                    if (hibc != null && !hibc.belongsTo(meaning.hibc())) {
                        issues.add(ScanIssue.of(Code.REPEAT_CONFLICT, "two HIBC symbols that don't belong together"));
                    }
                    add(meaning.hibc());
                }
                data15434 = data15434 == null ? meaning.data15434() : data15434;
                own = own == null ? meaning.own() : own;
                text = text == null ? meaning.text() : text;
            }
            return hibc != null;
        }

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
                    measures,
                    gln,
                    glnExtension,
                    shipTo,
                    orderReference,
                    consignment,
                    shipment,
                    route,
                    labelSerial,
                    hibc,
                    data15434,
                    own,
                    text);
        }
    }
}
