/**
 * Purchase orders: what was bought, what of it is on its way and what is still to be shipped. Sees stock and kernel.
 * Start reading at {@link dev.lotline.operations.purchasing.PurchaseOrders}.
 */
@NullMarked
package dev.lotline.operations.purchasing;

import org.jspecify.annotations.NullMarked;
