/**
 * What a merchant pays by: plans as values, and the reader that says everything that is wrong with one. Plain Java, sees
 * kernel. Start reading at {@link dev.lotline.operations.billing.plan.RatePlan}.
 */
@NullMarked
package dev.lotline.operations.billing.plan;

import org.jspecify.annotations.NullMarked;
