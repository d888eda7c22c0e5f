/**
 * Outbound documents: what customers ordered, what of it is promised, reserved, picked and shipped. A transfer to
 * another warehouse is an order too; a kit is a line that is broken down into its components. Sees stock and kernel. Start reading at {@link dev.lotline.operations.ordering.Accepting}.
 */
@NullMarked
package dev.lotline.operations.ordering;

import org.jspecify.annotations.NullMarked;
