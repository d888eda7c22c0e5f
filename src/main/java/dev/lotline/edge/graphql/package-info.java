/**
 * GraphQL at {@code POST /graphql}: this package holds what the dialects count, by part of the house; {@code
 * door} the engine's manners (who may ask, how much at once, how a no is said); {@code endless} the types and
 * operations of Endless Commerce. Another dialect gets a package beside {@code endless} and answers at the same
 * address. Sees operations, stock and kernel; no other door. Start reading at {@link
 * dev.lotline.edge.graphql.Figures}, for the formulas at {@link
 * dev.lotline.stock.figures.EndlessVocabulary}.
 */
@NullMarked
package dev.lotline.edge.graphql;

import org.jspecify.annotations.NullMarked;
