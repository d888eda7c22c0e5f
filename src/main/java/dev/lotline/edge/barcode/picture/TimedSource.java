package dev.lotline.edge.barcode.picture;

import com.google.zxing.LuminanceSource;
import java.util.function.BooleanSupplier;

/**
 * A picture that gives no more rows when time is up: decoders of linear symbols go through hundreds of them, and ask
 * nobody in between.
 */
final class TimedSource extends LuminanceSource {

    /** Thrown into a decoder; whoever started it has found nothing then. */
    static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Late() {
            super("time is up", null, false, false);
        }
    }

    private final LuminanceSource source;
    private final BooleanSupplier late;

    TimedSource(LuminanceSource source, BooleanSupplier late) {
        super(source.getWidth(), source.getHeight());
        this.source = source;
        this.late = late;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        inTime();
        return source.getRow(y, row);
    }

    @Override
    public byte[] getMatrix() {
        inTime();
        return source.getMatrix();
    }

    @Override
    public boolean isCropSupported() {
        return source.isCropSupported();
    }

    @Override
    public LuminanceSource crop(int left, int top, int width, int height) {
        return new TimedSource(source.crop(left, top, width, height), late);
    }

    private void inTime() {
        if (late.getAsBoolean()) {
            throw new Late();
        }
    }
}
