package dev.lotline.edge.barcode.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One picture put before ZXing in one of several ways; what is found is noted once, however often it is seen. */
final class Scan {

    /** A symbol and its points, in values of the grey picture. */
    record Seen(String format, Decoded decoded, List<double[]> points) {}

    private static final Set<BarcodeFormat> SQUARE = EnumSet.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE);

    private final Grey grey;
    private final LuminanceSource source;
    private final Map<DecodeHintType, Object> hints;
    private final BooleanSupplier late;
    private final @Nullable Placement placement;

    /** @param late true when time is up: what has been found by then is all */
    Scan(Grey grey, Map<DecodeHintType, Object> hints, BooleanSupplier late) {
        this(grey, hints, late, null);
    }

    private Scan(Grey grey, Map<DecodeHintType, Object> hints, BooleanSupplier late, @Nullable Placement placement) {
        this.late = late;
        this.grey = grey;
        this.source = new TimedSource(
                new PlanarYUVLuminanceSource(
                        grey.values(), grey.width(), grey.height(), 0, 0, grey.width(), grey.height(), false),
                late);
        this.hints = hints;
        this.placement = placement;
    }

    /** The picture turned clockwise and scaled first. */
    static Scan placed(
            Grey grey, double degrees, double scale, Map<DecodeHintType, Object> hints, BooleanSupplier late) {
        Placement placement = Placement.turned(grey, degrees, scale);
        return new Scan(grey.placed(placement), hints, late, placement);
    }

    /** Every symbol that can be told apart from its neighbours. */
    void several(Map<Decoded, Seen> found) {
        several(new HybridBinarizer(source), found);
    }

    /** Square symbols one by one, each cut out so that it stands in the middle. */
    void regions(int cell, Map<Decoded, Seen> found) {
        for (Regions.Box box : new Regions(grey, cell).boxes()) {
            int width = box.right() - box.left();
            int height = box.bottom() - box.top();
            LuminanceSource part = source.crop(box.left(), box.top(), width, height);
            if (!late.getAsBoolean() && !one(part, true, box, found)) {
                one(part, false, box, found);
            }
        }
    }

    private boolean one(LuminanceSource part, boolean pure, Regions.Box box, Map<Decoded, Seen> found) {
        Map<DecodeHintType, Object> single = new EnumMap<>(hints);
        single.put(DecodeHintType.POSSIBLE_FORMATS, SQUARE);
        if (pure) {
            single.put(DecodeHintType.PURE_BARCODE, true);
        }
        try {
            Result result = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(part)), single);
            note(result, box, found);
            return true;
        } catch (NotFoundException | RuntimeException e) {
            return false;
        }
    }

    void byHistogram(Map<Decoded, Seen> found) {
        several(new GlobalHistogramBinarizer(source), found);
    }

    void inverted(Map<Decoded, Seen> found) {
        several(new HybridBinarizer(source.invert()), found);
    }

    /** A picture of nothing but one symbol: the search for several overlooks some that are drawn too well. */
    void pure(Map<Decoded, Seen> found) {
        Map<DecodeHintType, Object> pure = new EnumMap<>(hints);
        pure.put(DecodeHintType.PURE_BARCODE, true);
        try {
            note(new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), pure), found);
        } catch (NotFoundException | RuntimeException e) {
            // nothing there: the next attempt tries otherwise
            return;
        }
    }

    private void several(Binarizer binarizer, Map<Decoded, Seen> found) {
        MultiFormatReader reader = new MultiFormatReader();
        reader.setHints(hints);
        try {
            Result[] results = new GenericMultipleBarcodeReader(new SafeReader(reader, late))
                    .decodeMultiple(new BinaryBitmap(binarizer), hints);
            for (Result result : results) {
                note(result, found);
            }
        } catch (ReaderException | RuntimeException e) {
            // nothing there: the next attempt tries otherwise
            return;
        }
    }

    private void note(Result result, Map<Decoded, Seen> found) {
        note(result, new Regions.Box(0, 0, grey.width(), grey.height()), found);
    }

    private void note(Result result, Regions.Box box, Map<Decoded, Seen> found) {
        Decoded decoded = Decoded.of(result);
        if (decoded == null) {
            return;
        }
        List<double[]> points = new ArrayList<>();
        ResultPoint[] seen = result.getResultPoints();
        for (int i = 0; seen != null && i < seen.length; i++) {
            if (seen[i] != null) {
                points.add(back(box.left() + seen[i].getX(), box.top() + seen[i].getY()));
            }
        }
        if (points.isEmpty()) {
            // a symbol read as a whole has no points of its own
            points.add(back(box.left(), box.top()));
            points.add(back(box.right() - 1, box.top()));
            points.add(back(box.right() - 1, box.bottom() - 1));
            points.add(back(box.left(), box.bottom() - 1));
        }
        found.putIfAbsent(decoded, new Seen(result.getBarcodeFormat().name(), decoded, points));
    }

    private double[] back(double x, double y) {
        return placement == null
                ? new double[] {x, y}
                : new double[] {placement.sourceX(x, y), placement.sourceY(x, y)};
    }
}
