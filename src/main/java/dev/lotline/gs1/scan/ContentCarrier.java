package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import java.util.List;

/** Tells the language of a text by its content, where the symbol doesn't tell; the first match wins. */
final class ContentCarrier {

    /** Keys whose right check digit makes chance unlikely enough to take the text for GS1. */
    private static final List<String> OPENING_KEYS = List.of("00", "01", "02", "03", "414");

    private final AiTable table;

    ContentCarrier(AiTable table) {
        this.table = table;
    }

    /** @param text not empty, surplus GS removed */
    Carrier of(String text) {
        if (OwnCode.parse(text) != null) {
            return Carrier.OWN;
        }
        if (BracketedText.startsIn(text)) {
            return Carrier.HRI;
        }
        if (isWebAddress(text)) {
            return Carrier.URL;
        }
        if (isGs1(text)) {
            return Carrier.GS1;
        }
        return switch (text.length()) {
            case 8, 12, 13 -> CheckDigit.isRight(text) ? Carrier.EAN : Carrier.PLAIN;
            case 14 -> CheckDigit.isRight(text) ? Carrier.ITF : Carrier.PLAIN;
            default -> Carrier.PLAIN;
        };
    }

    private boolean isGs1(String text) {
        ApplicationIdentifier first = table.at(text, 0);
        if (first == null) {
            return false;
        }
        int start = first.ai().length();
        return text.indexOf(ElementString.GS) > 0
                || (OPENING_KEYS.contains(first.ai()) && CheckDigit.isRight(text, start, start + first.maxLength()));
    }

    /** Mixed case is no web address: GS1 Digital Link allows these four. */
    private static boolean isWebAddress(String text) {
        return text.startsWith("http://")
                || text.startsWith("https://")
                || text.startsWith("HTTP://")
                || text.startsWith("HTTPS://");
    }
}
