/**
 * The nouns over REST: owners, warehouses, buildings, locations, items, lots. PUT creates or replaces, lists are paged,
 * and everything stays inside the caller's scope. Sees stock's entities and edge.api. Start reading at
 * {@code ItemResource}.
 */
@NullMarked
package dev.lotline.edge.api.nouns;

import org.jspecify.annotations.NullMarked;
