/**
 * Adjustments and counts by REST. Sees operations, stock and kernel. Start reading at
 * {@link dev.lotline.edge.api.counting.AdjustmentResource}.
 */
@NullMarked
package dev.lotline.edge.api.counting;

import org.jspecify.annotations.NullMarked;
