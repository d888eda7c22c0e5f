/**
 * Receiving orders and customer orders by REST. Sees operations, stock and kernel. Start reading at
 * {@link dev.lotline.edge.api.documents.OrderResource}.
 */
@NullMarked
package dev.lotline.edge.api.documents;

import org.jspecify.annotations.NullMarked;
