package dev.lotline.edge.printing.zpl;

import java.text.Normalizer;

/** Which letters a printer has: those of font 0, Latin with its accents and the signs of a typesetter. Others are boxes. */
public final class Glyphs {
    private static final int LAST_ASCII = 0x7e;
    private static final int FIRST_ACCENTED = 0xa0;
    private static final int LAST_ACCENTED = 0x24f;
    /** What Windows code page 1252 has beyond Latin 1. */
    private static final String SIGNS = "€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›";

    private Glyphs() {}

    /** True if every letter of it can be printed, once it is in NFC. */
    public static boolean haveAll(String text) {
        return composed(text).codePoints().allMatch(Glyphs::have);
    }

    static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text with one ellipsis for the letters in a row that there are none of. */
    static String printable(String composed) {
        StringBuilder text = new StringBuilder(composed.length());
        boolean before = true;
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int letter = composed.codePointAt(i);
            boolean here = have(letter);
            if (here) {
                text.appendCodePoint(letter);
            } else if (before) {
                text.append(ZplField.ELLIPSIS);
            }
            before = here;
        }
        return text.toString();
    }

    private static boolean have(int letter) {
        return (letter >= ' ' && letter <= LAST_ASCII)
                || (letter >= FIRST_ACCENTED && letter <= LAST_ACCENTED)
                || SIGNS.indexOf(letter) >= 0;
    }
}
