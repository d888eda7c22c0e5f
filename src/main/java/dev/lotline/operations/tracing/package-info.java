/**
 * One up, one down: where the units of lots came from, and who got them. Reads the ledger and changes nothing. Units of
 * one lot are alike: what a document brought or took is told by lot, never by unit. Sees stock and kernel. Start reading
 * at {@link dev.lotline.operations.tracing.Tracing}.
 */
@NullMarked
package dev.lotline.operations.tracing;

import org.jspecify.annotations.NullMarked;
