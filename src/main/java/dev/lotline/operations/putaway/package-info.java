/**
 * From the dock to their places, and from place to place. Start reading at
 * {@link dev.lotline.operations.putaway.Putaway}.
 */
@NullMarked
package dev.lotline.operations.putaway;

import org.jspecify.annotations.NullMarked;
