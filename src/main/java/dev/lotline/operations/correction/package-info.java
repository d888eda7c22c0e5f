/**
 * Taking back what a device did: compensating events, never a delete. Start reading at
 * {@link dev.lotline.operations.correction.Undoing}.
 */
@NullMarked
package dev.lotline.operations.correction;

import org.jspecify.annotations.NullMarked;
