/**
 * Where things can be: warehouses, buildings, locations. Sees kernel. Start reading at
 * {@link dev.lotline.stock.location.Location}.
 */
@NullMarked
package dev.lotline.stock.location;

import org.jspecify.annotations.NullMarked;
