/**
 * What the ledger remembers: all movements, those of one lot, stock as it stood at any past moment; and lots given to
 * stock that has none. Sees operations, kernel and {@code edge.api}. Start reading at {@link dev.lotline.edge.api.movements.MovementResource}.
 */
@NullMarked
package dev.lotline.edge.api.movements;

import org.jspecify.annotations.NullMarked;
