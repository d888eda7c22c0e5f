package dev.lotline.gs1.scan;

import dev.lotline.gs1.scan.text.ScanText;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A scan as the device sent it.
 *
 * @param data text as received, with the AIM id in front if the device sends it, FNC1 as U+001D; at most
 *     {@value #MAX_LENGTH} characters are read, more are rejected
 * @param symbology AIM id such as {@code ]d2}, if the device gives it apart; null or empty if it doesn't
 * @param labelType the maker's name of the symbology, read by the profile where no AIM id came; null if none came
 * @param capsLock true if the keyboard was known to be in Caps Lock
 * @param camera true if a camera library read it
 * @param bytesDiffer true if text and bytes came and the bytes, which win, say another thing
 */
public record RawScan(
        String data,
        @Nullable String symbology,
        @Nullable String labelType,
        boolean capsLock,
        boolean camera,
        boolean bytesDiffer) {

    /** What the largest symbol, a QR code of digits, can hold. */
    public static final int MAX_LENGTH = 7_089;

    public RawScan(String data, @Nullable String symbology) {
        this(data, symbology, null, false, false, false);
    }

    /** A scan without an AIM id apart. */
    public static RawScan of(String data) {
        return new RawScan(data, null);
    }

    /** A scan whose decoder gave bytes, and perhaps text as well. */
    public static RawScan ofBytes(byte[] bytes, @Nullable String text, Charset charset) {
        String decoded = ScanText.decoded(bytes, charset);
        return new RawScan(decoded, null, null, false, false, text != null && !text.equals(decoded));
    }

    public RawScan withSymbology(@Nullable String aimId, @Nullable String type) {
        return new RawScan(data, aimId, type, capsLock, camera, bytesDiffer);
    }

    public RawScan withCapsLock(boolean locked) {
        return new RawScan(data, symbology, labelType, locked, camera, bytesDiffer);
    }

    public RawScan fromCamera() {
        return new RawScan(data, symbology, labelType, capsLock, true, bytesDiffer);
    }

    RawScan withData(String text) {
        return new RawScan(text, symbology, labelType, capsLock, camera, bytesDiffer);
    }
}
