/**
 * Goods out: orders accepted, released by the order of choice, picked by lot and shipped. Start reading at
 * {@link dev.lotline.operations.fulfilment.Picking}.
 */
@NullMarked
package dev.lotline.operations.fulfilment;

import org.jspecify.annotations.NullMarked;
