package dev.lotline.gs1.scan;

import org.jspecify.annotations.Nullable;

/**
 * A scan as the device sent it.
 *
 * @param data text as received, with the AIM id in front if the device sends it, FNC1 as U+001D; at most
 *     {@value #MAX_LENGTH} characters are read, more are rejected
 * @param symbology AIM id such as {@code ]d2}, if the device gives it apart; null or empty if it doesn't
 */
public record RawScan(String data, @Nullable String symbology) {

    /** What the largest symbol, a QR code of digits, can hold. */
    public static final int MAX_LENGTH = 7_089;

    /** A scan without an AIM id apart. */
    public static RawScan of(String data) {
        return new RawScan(data, null);
    }
}
