/**
 * What is where: catalogue, places, lots, the ledger and the claims on it. Sees kernel and gs1. Start reading at
 * {@link dev.lotline.stock.ledger.Ledger}.
 */
@NullMarked
package dev.lotline.stock;

import org.jspecify.annotations.NullMarked;
