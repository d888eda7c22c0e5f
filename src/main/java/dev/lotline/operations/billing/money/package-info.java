/** Exact money: fractions that are divided and rounded once, and sums that are spread without losing a cent. Plain Java. */
@NullMarked
package dev.lotline.operations.billing.money;

import org.jspecify.annotations.NullMarked;
