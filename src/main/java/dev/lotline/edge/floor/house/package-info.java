/**
 * The house as the floor sees it: its warehouses and their business dates, and what is to be done in them. Sees kernel
 * only. Start reading at {@link dev.lotline.edge.floor.house.Warehouses}.
 */
@NullMarked
package dev.lotline.edge.floor.house;

import org.jspecify.annotations.NullMarked;
