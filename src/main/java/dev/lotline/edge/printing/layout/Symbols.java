package dev.lotline.edge.printing.layout;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.lotline.edge.printing.zpl.Bars;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.drawing.DataMatrix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The modules a printer makes of a field, as far as size and data go: masks and padding are each printer's own. */
final class Symbols {
    private static final String FNC1 = "\\1";
    private static final String QR_PREFIX = "QA,";
    private static final Map<EncodeHintType, Object> NO_HINTS = new EnumMap<>(EncodeHintType.class);

    private Symbols() {}

    /**
     * Rows from top to bottom without quiet zone; one row for a linear symbol.
     *
     * @throws LabelFault if no symbol holds the data
     */
    static List<boolean[]> modules(Placed field) {
        try {
            return switch (field.shape()) {
                case CODE_128 -> List.of(Bars.of(field.data()));
                case EAN_13 -> List.of(new EAN13Writer().encode(field.data() + CheckDigit.of(field.data())));
                case DATA_MATRIX -> dataMatrix(field.data());
                case QR -> qr(field.data());
                case TEXT, BOX -> throw new IllegalArgumentException("no symbol");
            };
        } catch (WriterException | IllegalArgumentException e) {
            throw new LabelFault(LabelFault.Code.FIELD_DOES_NOT_FIT, field.shape() + ": " + e.getMessage());
        }
    }

    private static List<boolean[]> dataMatrix(String data) {
        return data.startsWith(FNC1)
                ? DataMatrix.gs1(data.substring(FNC1.length()).replace(FNC1, String.valueOf(ElementString.GS)))
                : DataMatrix.plain(data);
    }

    private static List<boolean[]> qr(String data) throws WriterException {
        if (!data.startsWith(QR_PREFIX)) {
            throw new IllegalArgumentException("data of a QR code begins with " + QR_PREFIX);
        }
        ByteMatrix matrix = Encoder.encode(data.substring(QR_PREFIX.length()), ErrorCorrectionLevel.Q, NO_HINTS)
                .getMatrix();
        List<boolean[]> rows = new ArrayList<>();
        for (int y = 0; y < matrix.getHeight(); y++) {
            boolean[] row = new boolean[matrix.getWidth()];
            for (int x = 0; x < row.length; x++) {
                row[x] = matrix.get(x, y) == 1;
            }
            rows.add(row);
        }
        return rows;
    }
}
