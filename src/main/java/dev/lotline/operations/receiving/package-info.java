/**
 * Goods in: receiving orders announced, counted on the dock by lot, committed and closed. Start reading at
 * {@link dev.lotline.operations.receiving.Receiving},
 * for the documents at {@link dev.lotline.operations.receiving.Announcing}.
 */
@NullMarked
package dev.lotline.operations.receiving;

import org.jspecify.annotations.NullMarked;
