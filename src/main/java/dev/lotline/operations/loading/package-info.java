/**
 * Loads: quantities of positions as another system says they are, one by one or in the batches of a job. What a quantity
 * changes are adjustments under the rules of adjustments; a last on hand begins an epoch. Start reading at {@link
 * dev.lotline.operations.loading.Loading}.
 */
@NullMarked
package dev.lotline.operations.loading;

import org.jspecify.annotations.NullMarked;
