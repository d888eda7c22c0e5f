/**
 * What a client may ask of Endless Commerce's inventory, and how the answer is read: ids first, then all facts in one
 * statement. Start reading at {@link dev.lotline.edge.graphql.endless.root.InventoryQueries}.
 */
@NullMarked
package dev.lotline.edge.graphql.endless.root;

import org.jspecify.annotations.NullMarked;
