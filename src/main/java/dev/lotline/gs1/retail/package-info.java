/**
 * Barcodes of the till: EAN-13, EAN-8, UPC-A, UPC-E and ITF-14, which say one trade item number and nothing else. Sees
 * {@code gs1}. Start reading with {@link dev.lotline.gs1.retail.TradeItemNumber}.
 */
@NullMarked
package dev.lotline.gs1.retail;

import org.jspecify.annotations.NullMarked;
