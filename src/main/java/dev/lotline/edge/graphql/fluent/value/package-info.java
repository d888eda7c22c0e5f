/**
 * Scalars and inputs of Fluent Commerce's types. Start reading at {@link
 * dev.lotline.edge.graphql.fluent.value.InventoryPositionKey}.
 */
@NullMarked
package dev.lotline.edge.graphql.fluent.value;

import org.jspecify.annotations.NullMarked;
