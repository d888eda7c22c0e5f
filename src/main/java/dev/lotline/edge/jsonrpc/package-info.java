/**
 * The door of ShipStream's merchants: JSON-RPC 2.0 at {@code /api/jsonrpc}, who knocks, what is called, and every no in
 * JSON-RPC's form. What can be called stands in its sub-packages. Sees operations, stock and kernel. Start reading at
 * {@link dev.lotline.edge.jsonrpc.RpcDoor}, for the words at
 * {@link dev.lotline.edge.jsonrpc.ShipStreamWording}.
 */
@NullMarked
package dev.lotline.edge.jsonrpc;

import org.jspecify.annotations.NullMarked;
