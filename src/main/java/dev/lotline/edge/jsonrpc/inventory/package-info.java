/**
 * What merchants ask about their stock: {@code inventory.list}, {@code inventory.details}, {@code inventory.lots}. Reads
 * only. Start reading at {@link dev.lotline.edge.jsonrpc.inventory.InventoryMethods}.
 */
@NullMarked
package dev.lotline.edge.jsonrpc.inventory;

import org.jspecify.annotations.NullMarked;
