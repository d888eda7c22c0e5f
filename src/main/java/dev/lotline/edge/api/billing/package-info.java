/**
 * Storage fees by REST: plans, quotes, what a month costs and why, statements. Sees operations and kernel. Start reading
 * at {@code StorageFeeResource}; {@code QuoteBody} is the door of the test vectors.
 */
@NullMarked
package dev.lotline.edge.api.billing;

import org.jspecify.annotations.NullMarked;
