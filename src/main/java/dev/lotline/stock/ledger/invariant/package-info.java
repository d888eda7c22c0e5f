/**
 * Whether the books hold: questions in SQL whose every answer is a violation. Finds, never repairs. Start reading at
 * {@link dev.lotline.stock.ledger.invariant.Invariants}.
 */
@NullMarked
package dev.lotline.stock.ledger.invariant;

import org.jspecify.annotations.NullMarked;
