/**
 * Goods and the place they are in, as a scan or a typed line names them, found in one look. Sees kernel, ledger and lot.
 * Start reading at {@link dev.lotline.stock.goods.GoodsSql}.
 */
@NullMarked
package dev.lotline.stock.goods;

import org.jspecify.annotations.NullMarked;
