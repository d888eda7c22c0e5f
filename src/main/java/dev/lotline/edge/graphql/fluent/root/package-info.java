/**
 * What a client may ask of Fluent Commerce's inventory and change in it. Start reading at {@link
 * dev.lotline.edge.graphql.fluent.root.PositionQueries}.
 */
@NullMarked
package dev.lotline.edge.graphql.fluent.root;

import org.jspecify.annotations.NullMarked;
