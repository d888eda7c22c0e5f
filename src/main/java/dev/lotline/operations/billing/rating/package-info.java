/**
 * The engine: what was measured under which plan becomes money, to the cent and with its reasons. Pure: no clock, no
 * database. Close, estimate and quote all go through it. Start reading at
 * {@link dev.lotline.operations.billing.rating.StorageRating}; then {@code Quantities} says what is measured and
 * {@code LinePrice} what it costs.
 */
@NullMarked
package dev.lotline.operations.billing.rating;

import org.jspecify.annotations.NullMarked;
