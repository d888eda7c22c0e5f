package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.foreign.Hibc;
import dev.lotline.gs1.foreign.Iso15434;
import dev.lotline.gs1.link.DigitalLink;
import java.util.List;

/** The language a barcode is written in. */
public enum Carrier {
    /** GS1 element string. */
    GS1,
    /** GS1 Digital Link URI, of any domain; never opened. */
    DL,
    /** EAN-13, EAN-8 or UPC-A: a trade item number alone. */
    EAN,
    /** ITF-14: a trade item number alone. */
    ITF,
    /** Health Industry Bar Code. */
    HIBC,
    /** Envelope of ISO/IEC 15434. */
    ISO15434,
    /** One of our own labels, recognised by its prefix. */
    OWN,
    /** Bracketed, human readable element string. */
    HRI,
    /** A web address; never opened. */
    URL,
    /** Anything else. */
    PLAIN;

    /** Keys whose right check digit makes chance unlikely enough to take the text for GS1. */
    private static final List<String> OPENING_KEYS = List.of("00", "01", "02", "03", "414");

    /**
     * Tells the language of a text by its content, where the symbol doesn't tell; the first match wins. A web address is
     * URL here, whatever key it may have.
     *
     * @param text not empty, surplus GS removed
     */
    static Carrier ofContent(String text, AiTable table) {
        if (OwnCode.parse(text) != null) {
            return OWN;
        }
        if (Iso15434.startsIn(text)) {
            return ISO15434;
        }
        if (Hibc.startsIn(text)) {
            return HIBC;
        }
        if (BracketedText.startsIn(text)) {
            return HRI;
        }
        if (DigitalLink.startsIn(text)) {
            return URL;
        }
        if (isGs1(text, table)) {
            return GS1;
        }
        return switch (text.length()) {
            case 8, 12, 13 -> CheckDigit.isRight(text) ? EAN : PLAIN;
            case 14 -> CheckDigit.isRight(text) ? ITF : PLAIN;
            default -> PLAIN;
        };
    }

    private static boolean isGs1(String text, AiTable table) {
        ApplicationIdentifier first = table.at(text, 0);
        if (first == null) {
            return false;
        }
        int start = first.ai().length();
        return text.indexOf(ElementString.GS) > 0
                || (OPENING_KEYS.contains(first.ai()) && CheckDigit.isRight(text, start, start + first.maxLength()));
    }
}
