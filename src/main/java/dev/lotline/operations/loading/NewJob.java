package dev.lotline.operations.loading;

import org.jspecify.annotations.Nullable;

/**
 * A job that is asked for.
 *
 * @param owner of entries that name none; null = each names its own
 * @param preprocessing entries that change nothing are left out, doubles are done once
 */
public record NewJob(String name, @Nullable String owner, boolean preprocessing) {}
