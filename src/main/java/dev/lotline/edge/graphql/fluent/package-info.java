/**
 * Fluent Commerce's inventory: positions (an item in a warehouse) with their quantities. {@code value} holds scalars and
 * inputs, {@code root} what may be asked and how it is read: keys first, then all facts in one statement; {@link
 * dev.lotline.edge.graphql.fluent.QuantityRules} makes quantities of them. Start reading there.
 */
@NullMarked
package dev.lotline.edge.graphql.fluent;

import org.jspecify.annotations.NullMarked;
