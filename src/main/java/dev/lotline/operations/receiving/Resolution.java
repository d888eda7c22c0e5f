package dev.lotline.operations.receiving;

import org.jspecify.annotations.Nullable;

/**
 * A supervisor's word on an exception.
 *
 * @param decision ACCEPT = the units are counted after all, REJECT = they never are
 * @param note why, at most 1,000 characters; kept with the exception
 */
public record Resolution(String decision, @Nullable String note) {}
