/**
 * The books: every scan and command goes through {@link dev.lotline.stock.ledger.Ledger} into one database function and
 * comes back with one verdict. Sees kernel only.
 */
@NullMarked
package dev.lotline.stock.ledger;

import org.jspecify.annotations.NullMarked;
