/**
 * Goods out: orders accepted, released by the order of choice and shipped with their lots. Start reading at
 * {@link dev.lotline.operations.fulfilment.Orders}.
 */
@NullMarked
package dev.lotline.operations.fulfilment;

import org.jspecify.annotations.NullMarked;
