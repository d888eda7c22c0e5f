package dev.lotline.edge.floor.check;

import dev.lotline.gs1.drawing.SymbolKind;
import java.util.ArrayList;
import java.util.List;

/**
 * One barcode of the test sheet.
 *
 * @param sheet S1 to S8, under which its scan is sent
 * @param kind the symbol
 * @param aimId what a scanner with AIM ids sends in front of it
 * @param text what is in it, GS as U+001D
 * @param quick one of the five that are enough for most scanners
 * @param tells what is found out by it
 */
public record SheetCode(String sheet, SymbolKind kind, String aimId, String text, boolean quick, String tells) {
    private static final char GS = '\u001d';

    static final String LETTERS = "TST-1:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** All of character set 82, then what may stand for GS. */
    static final String SIGNS =
            "TST-2:!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_" + "abcdefghijklmnopqrstuvwxyz]#~^|{}@$";

    static final String GTIN = "00212345678992";
    static final String SEPARATED = "01" + GTIN + "10TST-3" + GS + "98SHEET" + GS + "21SN1";
    static final String PERCENT = "01" + GTIN + "10TST%5" + GS + "21SN1";
    static final String EAN = "2012345678903";
    static final String UPC = "212345678992";
    static final String ITF = "10212345678999";
    static final int BURST = 10;

    /** In the order of the sheet. */
    public static List<SheetCode> all() {
        List<SheetCode> codes = new ArrayList<>(List.of(
                new SheetCode("S1", SymbolKind.QR, "]Q1", LETTERS, true, "AIM id, prefix, line end, CapsLock"),
                new SheetCode("S1", SymbolKind.CODE_128, "]C0", LETTERS, false, "the same, for scanners without 2D"),
                new SheetCode("S2", SymbolKind.QR, "]Q1", SIGNS, true, "keyboard layout"),
                new SheetCode("S3", SymbolKind.GS1_DATAMATRIX, "]d2", SEPARATED, true, "separator GS"),
                new SheetCode("S4", SymbolKind.GS1_128, "]C1", SEPARATED, false, "the same, for scanners without 2D"),
                new SheetCode("S5", SymbolKind.GS1_QR, "]Q3", PERCENT, false, "percent sign beside GS"),
                new SheetCode("S6", SymbolKind.UPC_A, "]E0", UPC, true, "UPC-A with 12 or 13 digits"),
                new SheetCode("S6", SymbolKind.EAN_13, "]E0", EAN, false, "EAN-13"),
                new SheetCode("S7", SymbolKind.ITF_14, "]I1", ITF, true, "ITF-14 is read at all")));
        for (int n = 0; n < BURST; n++) {
            codes.add(new SheetCode("S8", SymbolKind.QR, "]Q1", "TST-8:" + n, false, "no scan of a burst is lost"));
        }
        return codes;
    }

    /** For people. */
    public String shown() {
        return text.replace(String.valueOf(GS), "<GS>");
    }

    /** The symbol in words. */
    public String symbol() {
        return kind.name().replace('_', ' ');
    }
}
