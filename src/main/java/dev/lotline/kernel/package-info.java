/**
 * What every floor speaks: quantities, refusals, who acts and within which scope. Plain Java; sees nothing of ours.
 * Start reading at {@link dev.lotline.kernel.Refusal}.
 */
@NullMarked
package dev.lotline.kernel;

import org.jspecify.annotations.NullMarked;
