package dev.lotline.edge.printing.zpl;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.link.DigitalLink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way into a label: the only one. Every encoder ends in {@link #escaped}, so that nothing in the data is a
 * command to the printer; all end with {@link LabelFault} when the value can't be said that way.
 */
public final class ZplField {
    /** Longest data of a field, in bytes as the printer stores them. */
    public static final int MOST_BYTES = 3_072;

    private static final int LONGEST_CODE_128 = 80;
    private static final int LONGEST_GS1_BAR = 48;
    private static final char ESCAPE = '\\';
    static final char ELLIPSIS = '…';
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final AiTable TABLE = AiTable.builtIn();

    private final String value;
    private final boolean identity;
    private final @Nullable ElementString elements;

    private ZplField(String value, boolean identity, @Nullable ElementString elements) {
        this.value = value;
        this.identity = identity;
        this.elements = elements;
    }

    /** Text that may be cut: a name, a note. */
    public static ZplField of(String text) {
        return new ZplField(text, false, null);
    }

    /** Text that stands on the label whole or not at all: lot, SKU, SSCC, date, code. */
    public static ZplField identity(String text) {
        return new ZplField(text, true, null);
    }

    /** What a GS1 symbol says. */
    public static ZplField of(ElementString elements) {
        return new ZplField("", true, elements);
    }

    /** True if it stands on the label whole or not at all. */
    public boolean isIdentity() {
        return identity;
    }

    /** The value as it came. */
    public String value() {
        return value;
    }

    /** Characters for a person; longer than {@code max} characters it loses its middle, an identity is refused. */
    public String text(int max) {
        return escaped(shown(max));
    }

    /** The same before it is escaped: in NFC, without what no printer has letters for, cut. */
    public String shown(int max) {
        String text = Glyphs.composed(value);
        requireVisible(text);
        if (!Glyphs.haveAll(text)) {
            if (identity) {
                throw new LabelFault(LabelFault.Code.GLYPH_MISSING, "the printer has no letters for \"" + text + "\"");
            }
            text = Glyphs.printable(text);
        }
        int length = text.codePointCount(0, text.length());
        if (length <= max) {
            return text;
        }
        if (identity) {
            throw LabelFault.unfit("\"" + text + "\" has " + length + " characters, " + max + " fit");
        }
        int front = max / 2;
        int back = max - front - 1;
        return text.substring(0, text.offsetByCodePoints(0, front))
                + ELLIPSIS
                + text.substring(text.offsetByCodePoints(text.length(), -back));
    }

    /** For {@code ^BC}, subsets chosen here. */
    public String code128() {
        requireAscii(LONGEST_CODE_128);
        return escaped(Code128.zpl(value));
    }

    /** GS1-128 for {@code ^BC}: FNC1 in front and behind each value of variable length that is not the last. */
    public String gs1Bar() {
        String text = separated(String.valueOf(Code128.FNC1));
        if (text.length() > LONGEST_GS1_BAR) {
            throw LabelFault.unfit("GS1-128 holds " + LONGEST_GS1_BAR + " characters, not " + text.length());
        }
        return escaped(Code128.zpl(Code128.FNC1 + text));
    }

    /** GS1 DataMatrix for {@code ^BX…,200,,,,\,1}: {@code \1} is FNC1 there, and no GS1 value holds a backslash. */
    public String gs1Matrix() {
        return escaped(ESCAPE + "1" + separated(ESCAPE + "1"));
    }

    /** DataMatrix for {@code ^BX…,200,,,,\,1}. A backslash would be a command to the encoder and is refused. */
    public String matrix() {
        requireAscii(LONGEST_CODE_128);
        if (value.indexOf(ESCAPE) >= 0) {
            throw LabelFault.unfit("a backslash can't stand in a DataMatrix of ours");
        }
        return escaped(value);
    }

    /** QR code of plain text for {@code ^FDQA,}. */
    public String qr() {
        requireAscii(LONGEST_CODE_128);
        return escaped(value);
    }

    /** GS1 Digital Link for {@code ^FDQA,}: {@code ^BQ} has no FNC1, so GS1 in a QR code is always a link. */
    public String link(String stem) {
        try {
            return escaped(DigitalLink.build(elements(), stem, TABLE));
        } catch (IllegalArgumentException e) {
            throw LabelFault.unfit(String.valueOf(e.getMessage()));
        }
    }

    /** For {@code ^BE}, which makes the check digit itself; of 13 digits the last must be right. */
    public String ean13() {
        int length = value.length();
        boolean digits = (length == 12 || length == 13) && CheckDigit.isDigits(value, 0, length);
        if (!digits || (length == 13 && !CheckDigit.isRight(value))) {
            throw LabelFault.unfit("\"" + value + "\" is no number of an EAN-13 symbol");
        }
        return escaped(value.substring(0, 12));
    }

    private ElementString elements() {
        if (elements == null || elements.elements().isEmpty()) {
            throw LabelFault.unfit("there is nothing for a GS1 symbol to say");
        }
        return elements;
    }

    private String separated(String fnc1) {
        List<Element> all = elements().elements();
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < all.size(); n++) {
            Element element = all.get(n);
            text.append(element.ai()).append(element.value());
            ApplicationIdentifier row = TABLE.find(element.ai());
            if (n + 1 < all.size() && (row == null || !row.fixed())) {
                text.append(fnc1);
            }
        }
        return text.toString();
    }

    private void requireAscii(int most) {
        if (value.isEmpty() || value.length() > most || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw LabelFault.unfit("a symbol holds 1 to " + most + " characters of ASCII");
        }
    }

    /** Control characters, bidirectional controls and halves of surrogate pairs would show something that isn't there. */
    private static void requireVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            int type = Character.getType(text.codePointAt(i));
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                throw LabelFault.unfit("the text holds a control character");
            }
            i += Character.charCount(text.codePointAt(i)) - 1;
        }
    }

    /** UTF-8 with every byte but letters, digits, space and {@code . - / :} as {@code _HH}, for {@code ^CI28 ^FH_}. */
    static String escaped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw LabelFault.unfit("a field holds " + MOST_BYTES + " bytes, not " + bytes.length);
        }
        StringBuilder escaped = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (isPlain(b)) {
                escaped.append((char) b);
            } else {
                escaped.append('_').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == ' '
                || b == '.'
                || b == '-'
                || b == '/'
                || b == ':';
    }
}
