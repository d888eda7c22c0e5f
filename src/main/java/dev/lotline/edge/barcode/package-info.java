/**
 * Barcodes as pictures: photos in, symbols out, and drawn symbols for screens, test sheets and web pages. Changes
 * nothing, sees {@code gs1} and {@code kernel}. Start reading at {@link dev.lotline.edge.barcode.BarcodeResource}.
 */
@NullMarked
package dev.lotline.edge.barcode;

import org.jspecify.annotations.NullMarked;
