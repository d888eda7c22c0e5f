package dev.lotline.gs1.drawing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.ITFWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.lotline.gs1.ElementString;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The symbols we draw, by the name they have in addresses, each with its own quiet zone and its own traps of ZXing. */
public enum SymbolKind {
    GS1_128,
    GS1_DATAMATRIX,
    GS1_QR,
    /** A QR code with a GS1 Digital Link in it. */
    LINK_QR,
    EAN_13,
    /** The bars are those of an EAN-13 that begins with 0. */
    UPC_A,
    ITF_14,
    CODE_128,
    QR;

    private static final char FNC1 = '\u00f1';
    private static final int CODE_128_QUIET = 10;
    private static final int ITF_QUIET = 10;
    private static final int EAN_LEFT = 11;
    private static final int EAN_RIGHT = 7;
    private static final int DATAMATRIX_QUIET = 2;
    private static final int QR_QUIET = 4;
    private static final int LONGEST_GS1_128 = 48;
    private static final int LONGEST_CODE_128 = 80;
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /** The kind of that name, {@code gs1-128}; null if there is none. */
    public static @Nullable SymbolKind named(String name) {
        for (SymbolKind kind : values()) {
            if (kind.address().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** As it stands in addresses. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if plain characters usually stand below. */
    public boolean hasText() {
        return this == GS1_128 || this == EAN_13 || this == UPC_A || this == ITF_14 || this == CODE_128;
    }

    /**
     * Draws one symbol.
     *
     * @param linkStem where links lead that are made of element strings
     * @param today decides the century of dates
     * @throws IllegalArgumentException saying what is wrong with the data
     */
    public Drawing draw(String data, String linkStem, LocalDate today) {
        try {
            return switch (this) {
                case GS1_128 -> gs1128(SymbolData.elements(data, today));
                case GS1_DATAMATRIX -> gs1DataMatrix(SymbolData.elements(data, today));
                case GS1_QR -> gs1Qr(SymbolData.elements(data, today));
                case LINK_QR -> qr(SymbolData.link(data, linkStem, today));
                case EAN_13 -> ean13(SymbolData.tradeItem(data, 13));
                case UPC_A -> upcA(SymbolData.tradeItem(data, 12));
                case ITF_14 -> itf14(SymbolData.tradeItem(data, 14));
                case CODE_128 -> code128(data);
                case QR -> qr(data);
            };
        } catch (WriterException e) {
            throw new IllegalArgumentException("is too long for " + address(), e);
        }
    }

    private static Drawing gs1128(ElementString content) {
        String text = SymbolData.separated(content, FNC1);
        if (text.length() > LONGEST_GS1_128) {
            throw new IllegalArgumentException(
                    "has " + text.length() + " characters, GS1-128 holds " + LONGEST_GS1_128);
        }
        return bars(new Code128Writer().encode(FNC1 + text), CODE_128_QUIET, CODE_128_QUIET, false)
                .withText(SymbolData.bracketed(content));
    }

    private static Drawing gs1DataMatrix(ElementString content) {
        String text = SymbolData.separated(content, ElementString.GS);
        int quiet = DATAMATRIX_QUIET;
        return new Drawing(DataMatrix.gs1(text), false, quiet, quiet, quiet, false, SymbolData.bracketed(content));
    }

    private static Drawing gs1Qr(ElementString content) throws WriterException {
        String text = SymbolData.separated(content, ElementString.GS);
        boolean alphanumeric = text.chars().allMatch(c -> ALPHANUMERIC.indexOf(c) >= 0);
        // in alphanumeric mode of a GS1 symbol one % stands for FNC1
        String escaped = alphanumeric ? text.replace("%", "%%") : text;
        return square(qrMatrix(escaped, true), QR_QUIET).withText(SymbolData.bracketed(content));
    }

    private static Drawing qr(String data) throws WriterException {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        return square(qrMatrix(data, false), QR_QUIET).withText(data);
    }

    private static BitMatrix qrMatrix(String text, boolean gs1) throws WriterException {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.MARGIN, 0);
        if (gs1) {
            hints.put(EncodeHintType.GS1_FORMAT, true);
        }
        if (text.chars().anyMatch(c -> c > 126)) {
            // announces the character set in the symbol, which plain ASCII has no need of
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    }

    private static Drawing ean13(String digits) {
        return bars(new EAN13Writer().encode(digits), EAN_LEFT, EAN_RIGHT, false)
                .withText(digits);
    }

    private static Drawing upcA(String digits) {
        return ean13("0" + digits).withText(digits);
    }

    private static Drawing itf14(String digits) {
        return bars(new ITFWriter().encode(digits), ITF_QUIET, ITF_QUIET, true).withText(digits);
    }

    private static Drawing code128(String data) {
        boolean printable = data.chars().allMatch(c -> c < 128);
        if (data.isEmpty() || data.length() > LONGEST_CODE_128 || !printable) {
            throw new IllegalArgumentException("must be 1 to " + LONGEST_CODE_128 + " characters of ASCII");
        }
        return bars(new Code128Writer().encode(data), CODE_128_QUIET, CODE_128_QUIET, false)
                .withText(data);
    }

    private static Drawing bars(boolean[] modules, int left, int right, boolean bearers) {
        return new Drawing(List.of(modules), true, left, right, bearers ? 0 : 1, bearers, "");
    }

    private static Drawing square(BitMatrix matrix, int quiet) {
        List<boolean[]> rows = new ArrayList<>();
        for (int y = 0; y < matrix.getHeight(); y++) {
            boolean[] row = new boolean[matrix.getWidth()];
            for (int x = 0; x < row.length; x++) {
                row[x] = matrix.get(x, y);
            }
            rows.add(row);
        }
        return new Drawing(rows, false, quiet, quiet, quiet, false, "");
    }
}
