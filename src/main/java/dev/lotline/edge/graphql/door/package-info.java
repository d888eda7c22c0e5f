/**
 * The manners of the GraphQL engine, the same for every dialect: limits, errors, scalars, capabilities. Start reading
 * at {@link dev.lotline.edge.graphql.door.Engine}.
 */
@NullMarked
package dev.lotline.edge.graphql.door;

import org.jspecify.annotations.NullMarked;
