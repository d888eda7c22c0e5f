package dev.lotline.edge.barcode.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.retail.UpcE;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder's text means: each format of ZXing says FNC1 in its own way.
 *
 * @param data without AIM id, FNC1 as U+001D
 */
record Decoded(String aimId, String data) {

    private static final String GS1_128 = "]C1";
    private static final String DATABAR = "]e0";
    private static final byte FNC1 = 102;

    /** Start, one character, check character, stop. */
    private static final int SHORTEST = 4;

    private static final int DATABAR_DIGITS = 14;

    /** Codabar has no check, and noise in the bars of other symbols looks like a short one. */
    private static final int SHORTEST_CODABAR = 5;

    /** Null for what can't be right: a UPC-E that expands to nothing, a text without any AIM id, a Codabar of noise. */
    static @Nullable Decoded of(Result result) {
        Object id = result.getResultMetadata() == null
                ? null
                : result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        String text = result.getText();
        if (!(id instanceof String aimId) || text == null || text.isEmpty()) {
            return null;
        }
        String gs = String.valueOf(ElementString.GS);
        BarcodeFormat format = result.getBarcodeFormat();
        if (format == BarcodeFormat.CODABAR && text.length() < SHORTEST_CODABAR) {
            return null;
        }
        if (format == BarcodeFormat.UPC_A) {
            return new Decoded("]E0", "0" + text);
        }
        if (format == BarcodeFormat.UPC_E) {
            String upcA = UpcE.expanded(text);
            return upcA == null ? null : new Decoded("]E0", "0" + upcA);
        }
        if (format == BarcodeFormat.CODE_128) {
            return ofCode128(text, result.getRawBytes());
        }
        if (format == BarcodeFormat.RSS_14
                && text.length() == DATABAR_DIGITS
                && CheckDigit.isDigits(text, 0, DATABAR_DIGITS)) {
            return new Decoded(DATABAR, "01" + text);
        }
        if (format == BarcodeFormat.AZTEC && text.startsWith(gs)) {
            return new Decoded("]z1", text.substring(1));
        }
        boolean echoed = aimId.equals("]d2") && text.startsWith(gs);
        return new Decoded(aimId, echoed ? text.substring(1) : text);
    }

    /**
     * The codewords tell whether FNC1 comes first: the decoder writes its id into the text then, and a text may begin with
     * {@code ]C1} all by itself. It also reads the check character as if it were data: one that is FNC2 changes the id,
     * one that is FNC1 leaves a GS at the end.
     */
    private static Decoded ofCode128(String text, byte @Nullable [] codewords) {
        int length = codewords == null ? 0 : codewords.length;
        if (codewords == null || length < SHORTEST) {
            return new Decoded("]C0", text);
        }
        boolean echoed = codewords[length - 2] == FNC1 && text.endsWith(String.valueOf(ElementString.GS));
        String data = echoed ? text.substring(0, text.length() - 1) : text;
        if (codewords[1] == FNC1) {
            return new Decoded(GS1_128, data.startsWith(GS1_128) ? data.substring(GS1_128.length()) : data);
        }
        return new Decoded(codewords[2] == FNC1 && length > SHORTEST ? "]C2" : "]C0", data);
    }
}
