/**
 * The ledger, read only: all movements, or those of one lot. Sees kernel and {@code edge.api}; changes nothing. Start
 * reading at {@link dev.lotline.edge.api.movements.MovementResource}.
 */
@NullMarked
package dev.lotline.edge.api.movements;

import org.jspecify.annotations.NullMarked;
