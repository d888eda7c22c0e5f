/**
 * What no document explains: adjustments, damage, disposal and counts. Start reading at
 * {@link dev.lotline.operations.counting.Adjusting} and {@link dev.lotline.operations.counting.Counting}.
 */
@NullMarked
package dev.lotline.operations.counting;

import org.jspecify.annotations.NullMarked;
