package dev.lotline.edge.api;

import org.jspecify.annotations.Nullable;

/** The body of a command, which may carry its idempotency key as {@code id} where a client can't set the header. */
public interface Keyed {
    @Nullable
    String id();
}
