/** Stock for supervisors and merchants: the inventory list, the lot breakdown of an item, a lot and where it is. */
@NullMarked
package dev.lotline.edge.console.stock;

import org.jspecify.annotations.NullMarked;
