/**
 * Where the engine takes the long way for what is simple: fields that are there already, and writing an answer. Start
 * reading at {@link dev.lotline.edge.graphql.door.quick.QuickFields}.
 */
@NullMarked
package dev.lotline.edge.graphql.door.quick;

import org.jspecify.annotations.NullMarked;
