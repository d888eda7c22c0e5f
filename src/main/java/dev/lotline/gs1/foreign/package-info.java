/**
 * The languages of others that stand on the same cartons: HIBC of medical devices, ISO/IEC 15434 with data identifiers of
 * automotive and electronics. Sees {@code gs1}. Start reading with {@link dev.lotline.gs1.foreign.Hibc}.
 */
@NullMarked
package dev.lotline.gs1.foreign;

import org.jspecify.annotations.NullMarked;
