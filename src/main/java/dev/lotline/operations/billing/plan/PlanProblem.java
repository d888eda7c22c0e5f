package dev.lotline.operations.billing.plan;

import dev.lotline.kernel.RefusalCode;

/**
 * Something that is wrong with a plan.
 *
 * @param pointer where it stands in the definition (RFC 6901)
 * @param message for the person who wrote it
 */
public record PlanProblem(RefusalCode code, String pointer, String message) {}
