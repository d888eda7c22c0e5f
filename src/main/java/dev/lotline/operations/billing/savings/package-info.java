/**
 * What an owner could pay less for. Looks, and changes nothing. Start reading at
 * {@link dev.lotline.operations.billing.savings.Savings}.
 */
@NullMarked
package dev.lotline.operations.billing.savings;

import org.jspecify.annotations.NullMarked;
