package dev.lotline.edge.barcode.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import dev.lotline.edge.barcode.picture.FoundSymbol.Corner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the symbols of a photo: cheap attempts first, dearer ones until one finds something or time is up. */
public final class PhotoReader {

    /** A photo answers with at most so many symbols. */
    private static final int MOST_SYMBOLS = 16;

    /** Of the 1.5 s that an answer may take; the last look that has begun is finished. */
    private static final long BUDGET_NANOS = 1_300_000_000L;

    private static final int UPSCALE_BELOW = 1_000;
    private static final int SMALL_CELL = 5;
    private static final int LARGE_CELL = 14;
    private static final double[] ANGLES = {90, 15, -15, 30, -30, 45};

    private static final Set<BarcodeFormat> USUAL = EnumSet.of(
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_39,
            BarcodeFormat.CODE_93,
            BarcodeFormat.CODABAR,
            BarcodeFormat.EAN_13,
            BarcodeFormat.EAN_8,
            BarcodeFormat.UPC_A,
            BarcodeFormat.RSS_14,
            BarcodeFormat.RSS_EXPANDED,
            BarcodeFormat.DATA_MATRIX,
            BarcodeFormat.QR_CODE,
            BarcodeFormat.AZTEC,
            BarcodeFormat.PDF_417);

    private static final Set<BarcodeFormat> LINEAR = EnumSet.of(
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_39,
            BarcodeFormat.CODE_93,
            BarcodeFormat.CODABAR,
            BarcodeFormat.EAN_13,
            BarcodeFormat.EAN_8,
            BarcodeFormat.UPC_A,
            BarcodeFormat.UPC_E,
            BarcodeFormat.ITF,
            BarcodeFormat.RSS_14,
            BarcodeFormat.RSS_EXPANDED);

    /** What somebody expects to be in a photo. */
    public enum Expected {
        /** Everything but ITF and UPC-E, which a busy label seems to have where there is none. */
        ANY,
        /** A carton of an item: also ITF. */
        ITEM,
        /** A small retail item: also UPC-E, which parts of almost any longer symbol look like. */
        UPC_E,
        /** A label of our own. */
        LOCATION
    }

    /** Why a photo is refused. */
    public enum Refused {
        OTHER_FORMAT,
        TOO_LARGE,
        BROKEN
    }

    /**
     * What a photo has in it.
     *
     * @param refused null if the photo could be read at all
     * @param width pixels of the upright photo
     */
    public record Answer(@Nullable Refused refused, List<FoundSymbol> symbols, int width, int height) {}

    private final LongSupplier nanoTime;

    public PhotoReader() {
        this(System::nanoTime);
    }

    PhotoReader(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Never throws, whatever the bytes are. */
    public Answer read(byte[] bytes, Expected expected) {
        long deadline = nanoTime.getAsLong() + BUDGET_NANOS;
        Photo photo;
        try {
            photo = Photo.of(bytes);
        } catch (Photo.Unusable e) {
            return new Answer(Refused.valueOf(e.reason().name()), List.of(), 0, 0);
        }
        Turn turn = new Turn(photo.orientation(), photo.width(), photo.height());
        List<FoundSymbol> symbols = new ArrayList<>();
        for (Scan.Seen seen : search(photo.grey(), formats(expected), () -> nanoTime.getAsLong() > deadline)) {
            List<Corner> corners = new ArrayList<>();
            for (double[] point : seen.points()) {
                corners.add(turn.upright(point[0] * photo.factor(), point[1] * photo.factor()));
            }
            symbols.add(new FoundSymbol(
                    seen.format(), seen.decoded().aimId(), seen.decoded().data(), corners));
        }
        return new Answer(null, List.copyOf(symbols), turn.width(), turn.height());
    }

    private static List<Scan.Seen> search(Grey grey, Set<BarcodeFormat> formats, BooleanSupplier late) {
        Map<DecodeHintType, Object> hints = hints(formats);
        Map<DecodeHintType, Object> linear = hints(linear(formats));
        Map<Decoded, Scan.Seen> found = new LinkedHashMap<>();
        for (Attempt attempt : attempts(grey, hints, linear, late)) {
            if (!found.isEmpty() || late.getAsBoolean()) {
                break;
            }
            attempt.run(found);
        }
        return found.values().stream().limit(MOST_SYMBOLS).toList();
    }

    private interface Attempt {
        void run(Map<Decoded, Scan.Seen> found);
    }

    private static List<Attempt> attempts(
            Grey grey, Map<DecodeHintType, Object> hints, Map<DecodeHintType, Object> linear, BooleanSupplier late) {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(found -> {
            new Scan(grey, hints, late).several(found);
            new Scan(grey, hints, late).regions(SMALL_CELL, found);
        });
        attempts.add(found -> new Scan(grey, hints, late).regions(LARGE_CELL, found));
        for (double angle : ANGLES) {
            attempts.add(found -> Scan.placed(grey, angle, 1, linear, late).several(found));
        }
        attempts.add(found -> new Scan(grey, hints, late).pure(found));
        attempts.add(found -> new Scan(grey, hints, late).inverted(found));
        attempts.add(found -> new Scan(grey.smoothed(), hints, late).several(found));
        attempts.add(found -> new Scan(grey, hints, late).byHistogram(found));
        if (Math.max(grey.width(), grey.height()) < UPSCALE_BELOW) {
            attempts.add(found -> Scan.placed(grey, 0, 2, hints, late).several(found));
            attempts.add(
                    found -> Scan.placed(grey.sharpened(), 0, 2, hints, late).several(found));
        }
        attempts.add(found -> new Scan(grey.sharpened(), hints, late).several(found));
        attempts.add(found -> Scan.placed(grey, 0, 0.5, hints, late).several(found));
        return attempts;
    }

    private static Set<BarcodeFormat> formats(Expected expected) {
        Set<BarcodeFormat> formats = EnumSet.copyOf(USUAL);
        if (expected == Expected.ITEM) {
            formats.add(BarcodeFormat.ITF);
        }
        if (expected == Expected.UPC_E) {
            formats.add(BarcodeFormat.UPC_E);
        }
        return expected == Expected.LOCATION
                ? EnumSet.of(
                        BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX)
                : formats;
    }

    private static Set<BarcodeFormat> linear(Set<BarcodeFormat> formats) {
        Set<BarcodeFormat> linear = EnumSet.copyOf(formats);
        linear.retainAll(LINEAR);
        return linear;
    }

    private static Map<DecodeHintType, Object> hints(Set<BarcodeFormat> formats) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
        hints.put(DecodeHintType.TRY_HARDER, true);
        // without it FNC1 of Code 128 vanishes and a lot runs into the next AI
        hints.put(DecodeHintType.ASSUME_GS1, true);
        return hints;
    }
}
