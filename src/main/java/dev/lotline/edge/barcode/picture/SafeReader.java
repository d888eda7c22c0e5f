package dev.lotline.edge.barcode.picture;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Reader;
import com.google.zxing.Result;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A reader whose decoders may trip over a picture: that is then a picture without a symbol, not a fault. When time is up
 * it finds nothing more: the search for several symbols asks it for ever smaller parts, and on a busy photo for long.
 */
final class SafeReader implements Reader {

    private final MultiFormatReader reader;
    private final BooleanSupplier late;

    SafeReader(MultiFormatReader reader, BooleanSupplier late) {
        this.reader = reader;
        this.late = late;
    }

    @Override
    public Result decode(BinaryBitmap image) throws NotFoundException {
        return decode(image, null);
    }

    /** @param hints those given to the reader before count; setting them anew for every region is slow */
    @Override
    public Result decode(BinaryBitmap image, @Nullable Map<DecodeHintType, ?> hints) throws NotFoundException {
        if (late.getAsBoolean()) {
            throw NotFoundException.getNotFoundInstance();
        }
        try {
            return reader.decodeWithState(image);
        } catch (RuntimeException e) {
            throw NotFoundException.getNotFoundInstance();
        }
    }

    @Override
    public void reset() {
        reader.reset();
    }
}
