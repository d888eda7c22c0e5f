/**
 * What the books say of an item in the words of five systems: pure formulas over one snapshot, shared by every door that
 * speaks one of them. A figure knows the formula and the operands it came from. Sees catalog and kernel. Start reading
 * at {@link dev.lotline.stock.figures.Position}, then {@link dev.lotline.stock.figures.Figure}.
 */
@NullMarked
package dev.lotline.stock.figures;

import org.jspecify.annotations.NullMarked;
