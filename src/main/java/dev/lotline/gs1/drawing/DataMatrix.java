package dev.lotline.gs1.drawing;

import com.google.zxing.datamatrix.encoder.DefaultPlacement;
import com.google.zxing.datamatrix.encoder.ErrorCorrection;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import java.util.ArrayList;
import java.util.List;

/**
 * DataMatrix in ASCII encodation (ISO/IEC 16022 5.2.3): a pair of digits or one character a codeword; of GS1 with FNC1 in
 * front and for GS. ZXing's own encoder has FNC1 only in its minimal mode, and that sometimes ends in a mode whose padding
 * readers take for data; error correction and placement are ZXing's.
 */
public final class DataMatrix {

    private static final char FNC1 = 232;
    private static final char PAD = 129;
    private static final int PAIR = 130;

    private DataMatrix() {}

    /**
     * Rows from top to bottom, without quiet zone.
     *
     * @param text of ASCII, GS between elements and none in front
     * @throws IllegalArgumentException if no symbol holds it
     */
    public static List<boolean[]> gs1(String text) {
        return rows(codewords(text, new StringBuilder().append(FNC1)));
    }

    /** The same of plain ASCII. */
    public static List<boolean[]> plain(String text) {
        return rows(codewords(text, new StringBuilder()));
    }

    private static List<boolean[]> rows(StringBuilder codewords) {
        SymbolInfo size = SymbolInfo.lookup(codewords.length(), SymbolShapeHint.FORCE_SQUARE, null, null, false);
        if (size == null) {
            throw new IllegalArgumentException("is too long for a DataMatrix");
        }
        pad(codewords, size.getDataCapacity());
        DefaultPlacement placement = new DefaultPlacement(
                ErrorCorrection.encodeECC200(codewords.toString(), size),
                size.getSymbolDataWidth(),
                size.getSymbolDataHeight());
        placement.place();
        return framed(placement, size);
    }

    private static StringBuilder codewords(String text, StringBuilder codewords) {
        int i = 0;
        while (i < text.length()) {
            boolean pair = i + 1 < text.length() && CheckDigit.isDigits(text, i, i + 2);
            if (pair) {
                codewords.append((char) (PAIR + 10 * (text.charAt(i) - '0') + text.charAt(i + 1) - '0'));
            } else {
                codewords.append(text.charAt(i) == ElementString.GS ? FNC1 : (char) (text.charAt(i) + 1));
            }
            i += pair ? 2 : 1;
        }
        return codewords;
    }

    /** The first pad as it is, others scrambled by their place (ISO/IEC 16022 annex B.1). */
    private static void pad(StringBuilder codewords, int capacity) {
        if (codewords.length() < capacity) {
            codewords.append(PAD);
        }
        while (codewords.length() < capacity) {
            int scrambled = PAD + 149 * (codewords.length() + 1) % 253 + 1;
            codewords.append((char) (scrambled <= 254 ? scrambled : scrambled - 254));
        }
    }

    /** Around each region dark bars left and below, dashed ones right and above. */
    private static List<boolean[]> framed(DefaultPlacement placement, SymbolInfo size) {
        List<boolean[]> rows = new ArrayList<>();
        int width = size.getSymbolWidth();
        for (int y = 0; y < size.getSymbolDataHeight(); y++) {
            if (y % size.matrixHeight == 0) {
                rows.add(bar(width, 2));
            }
            boolean[] row = new boolean[width];
            int at = 0;
            for (int x = 0; x < size.getSymbolDataWidth(); x++) {
                if (x % size.matrixWidth == 0) {
                    row[at++] = true;
                }
                row[at++] = placement.getBit(x, y);
                if (x % size.matrixWidth == size.matrixWidth - 1) {
                    row[at++] = y % 2 == 0;
                }
            }
            rows.add(row);
            if (y % size.matrixHeight == size.matrixHeight - 1) {
                rows.add(bar(width, 1));
            }
        }
        return rows;
    }

    private static boolean[] bar(int width, int every) {
        boolean[] bar = new boolean[width];
        for (int x = 0; x < width; x += every) {
            bar[x] = true;
        }
        return bar;
    }
}
