/**
 * Lots: their identity, their dates, their holds, and what a scan says about goods. Sees catalog and kernel. Start
 * reading at {@link dev.lotline.stock.lot.ScannedGoods}.
 */
@NullMarked
package dev.lotline.stock.lot;

import org.jspecify.annotations.NullMarked;
