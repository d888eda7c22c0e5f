/**
 * What is where, read: the inventory of an item in five vocabularies from one snapshot. Sees kernel,
 * {@code stock.figures} and {@code edge.api}; changes nothing. Start reading at
 * {@link dev.lotline.edge.api.inventory.ItemInventoryResource}, then {@link dev.lotline.stock.figures.Position}.
 */
@NullMarked
package dev.lotline.edge.api.inventory;

import org.jspecify.annotations.NullMarked;
