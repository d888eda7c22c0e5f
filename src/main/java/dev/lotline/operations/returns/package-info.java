/**
 * Goods that come back, and what becomes of them. Start reading at {@link dev.lotline.operations.returns.Returning}; the
 * decision itself is the database function {@code return_action}.
 */
@NullMarked
package dev.lotline.operations.returns;

import org.jspecify.annotations.NullMarked;
