package dev.lotline.edge.floor.check;

import org.jspecify.annotations.Nullable;

/**
 * One scan of the test sheet.
 *
 * @param sheet S1 to S8
 * @param data as it arrived; empty = the scanner did not react
 * @param symbology AIM id, if the device gives it apart
 */
record Sample(String sheet, String data, @Nullable String symbology) {}
