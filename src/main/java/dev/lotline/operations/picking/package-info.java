/**
 * Goods into totes: pick, short pick and putting back, each proven by what was scanned. Start reading at
 * {@link dev.lotline.operations.picking.Picking}.
 */
@NullMarked
package dev.lotline.operations.picking;

import org.jspecify.annotations.NullMarked;
