/**
 * What a month costs an owner: accrued, estimated, explained, and stated once it is over. Sees the engine and kernel. Start
 * reading at {@link dev.lotline.operations.billing.fees.StorageFees}.
 */
@NullMarked
package dev.lotline.operations.billing.fees;

import org.jspecify.annotations.NullMarked;
