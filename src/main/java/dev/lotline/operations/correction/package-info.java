/**
 * Putting right what was done or not known: compensating events, lots for stock without, never a delete. Start reading at
 * {@link dev.lotline.operations.correction.Undoing}.
 */
@NullMarked
package dev.lotline.operations.correction;

import org.jspecify.annotations.NullMarked;
