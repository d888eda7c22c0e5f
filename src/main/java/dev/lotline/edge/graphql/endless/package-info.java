/**
 * Endless Commerce's inventory: its types with every field and argument, its queries, its two changes. A request reads
 * the ids of its items, then all facts about them in one statement; every field is computed from those. Start reading
 * at {@link dev.lotline.edge.graphql.endless.root.InventoryQueries}.
 */
@NullMarked
package dev.lotline.edge.graphql.endless;

import org.jspecify.annotations.NullMarked;
