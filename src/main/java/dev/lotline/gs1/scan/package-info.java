/**
 * From the text a scanner sent to typed values: which symbol, which language, which elements, what they mean. Sees
 * {@code gs1} and nothing else of ours; no I/O, no clock. Start reading with {@link dev.lotline.gs1.scan.ScanReader}.
 */
@NullMarked
package dev.lotline.gs1.scan;

import org.jspecify.annotations.NullMarked;
