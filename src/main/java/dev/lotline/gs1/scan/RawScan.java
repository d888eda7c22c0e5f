package dev.lotline.gs1.scan;

import org.jspecify.annotations.Nullable;

/**
 * A scan as the device sent it.
 *
 * @param data text as received, with the AIM id in front if the device sends it, FNC1 as U+001D; at most
 *     {@value #MAX_LENGTH} characters are read, more are rejected
 * @param symbology AIM id such as {@code ]d2}, if the device gives it apart; null or empty if it doesn't
 * @param labelType the maker's name of the symbology, for devices that know no AIM ids; null if it doesn't come
 * @param capsLock true if the keyboard that typed the scan had CapsLock on
 */
public record RawScan(
        String data, @Nullable String symbology, @Nullable String labelType, boolean capsLock) {

    /** What the largest symbol, a QR code of digits, can hold. */
    public static final int MAX_LENGTH = 7_089;

    public RawScan(String data, @Nullable String symbology) {
        this(data, symbology, null, false);
    }

    /** A scan without an AIM id apart. */
    public static RawScan of(String data) {
        return new RawScan(data, null);
    }
}
