package dev.lotline.edge.floor.check;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.ITFWriter;
import com.google.zxing.oned.UPCAWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Draws the barcodes of the test sheet as SVG: one path of modules, sharp at any size. */
final class SheetSvg {
    private static final char GS = '\u001d';
    private static final char FNC1 = '\u00f1';
    private static final int LINE_HEIGHT = 60;
    /** No character set is named: that would make it a code with an extended channel. */
    private static final Map<EncodeHintType, ?> PLAIN = Map.of(EncodeHintType.MARGIN, 4);

    private static final Map<EncodeHintType, ?> GS1_QR =
            Map.of(EncodeHintType.GS1_FORMAT, true, EncodeHintType.MARGIN, 4);
    /** Without COMPACT the writer ignores that it is GS1. */
    private static final Map<EncodeHintType, ?> GS1_MATRIX = Map.of(
            EncodeHintType.GS1_FORMAT,
            true,
            EncodeHintType.DATA_MATRIX_COMPACT,
            true,
            EncodeHintType.DATA_MATRIX_SHAPE,
            SymbolShapeHint.FORCE_SQUARE,
            EncodeHintType.MARGIN,
            2);

    private static final Map<EncodeHintType, ?> LINES = Map.of(EncodeHintType.MARGIN, 20);

    private SheetSvg() {}

    /** The drawing, its width in modules given as its view box. */
    static String of(SheetCode code) {
        try {
            return drawn(matrix(code), code);
        } catch (WriterException e) {
            throw new IllegalStateException("the test sheet can't be drawn", e);
        }
    }

    static BitMatrix matrix(SheetCode code) throws WriterException {
        String text = code.text();
        return switch (code.kind()) {
            case QR -> new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, PLAIN);
            case GS1_QR -> new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, GS1_QR);
            case GS1_DATAMATRIX -> new DataMatrixWriter().encode(text, BarcodeFormat.DATA_MATRIX, 0, 0, GS1_MATRIX);
            case CODE_128 -> new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, LINE_HEIGHT, LINES);
            case GS1_128 ->
                new Code128Writer()
                        .encode(FNC1 + text.replace(GS, FNC1), BarcodeFormat.CODE_128, 0, LINE_HEIGHT, LINES);
            case EAN_13 -> new EAN13Writer().encode(text, BarcodeFormat.EAN_13, 0, LINE_HEIGHT, LINES);
            case UPC_A -> new UPCAWriter().encode(text, BarcodeFormat.UPC_A, 0, LINE_HEIGHT, LINES);
            case ITF_14 -> new ITFWriter().encode(text, BarcodeFormat.ITF, 0, LINE_HEIGHT, LINES);
        };
    }

    private static String drawn(BitMatrix matrix, SheetCode code) {
        boolean lines = matrix.getHeight() >= LINE_HEIGHT && matrix.getWidth() > matrix.getHeight();
        int quiet = code.kind() == SheetCode.Kind.GS1_DATAMATRIX ? 2 : 0;
        int rows = lines ? 1 : matrix.getHeight();
        int width = matrix.getWidth() + 2 * quiet;
        int height = lines ? LINE_HEIGHT : matrix.getHeight() + 2 * quiet;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append('M').append(from + quiet).append(' ').append(y + quiet);
                    path.append('h')
                            .append(run)
                            .append('v')
                            .append(lines ? LINE_HEIGHT : 1)
                            .append("h-")
                            .append(run)
                            .append('z');
                }
            }
        }
        return "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" shape-rendering=\"crispEdges\" preserveAspectRatio=\"%s\"><path d=\"%s\"/></svg>"
                .formatted(
                        lines ? "lines" : "square",
                        width,
                        height,
                        code.sheet() + " " + code.kind(),
                        lines ? "none" : "xMidYMid",
                        path);
    }
}
