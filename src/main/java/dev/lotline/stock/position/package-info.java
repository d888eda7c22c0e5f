/** What the books say of items and their lots at one moment, for every door that tells it. */
@NullMarked
package dev.lotline.stock.position;

import org.jspecify.annotations.NullMarked;
