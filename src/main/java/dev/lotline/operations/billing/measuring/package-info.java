/**
 * From what was where to what each rule measures of it, day by day. Pure: no clock, no database; the close of a day does
 * the same in the database, and a test holds the two together. Start reading at
 * {@link dev.lotline.operations.billing.measuring.StorageRating}, then {@code Quantities}.
 */
@NullMarked
package dev.lotline.operations.billing.measuring;

import org.jspecify.annotations.NullMarked;
