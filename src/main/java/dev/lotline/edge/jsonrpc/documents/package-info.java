/**
 * Warehouses, movements, orders and deliveries as merchants name them, on top of the operations that write them. Start
 * reading at {@link dev.lotline.edge.jsonrpc.documents.WarehouseMethods}.
 */
@NullMarked
package dev.lotline.edge.jsonrpc.documents;

import org.jspecify.annotations.NullMarked;
