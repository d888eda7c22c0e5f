/**
 * Outbound documents: what customers ordered, what of it is promised, reserved, picked and shipped. Sees stock and
 * kernel. Start reading at {@link dev.lotline.operations.ordering.Accepting}.
 */
@NullMarked
package dev.lotline.operations.ordering;

import org.jspecify.annotations.NullMarked;
