package dev.lotline.edge.messaging.webhooks;

import org.jspecify.annotations.Nullable;

/** An attempt that did not deliver, in a word for the log. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status;

    /** @param status of the answer; null = there was none */
    Failed(String why, @Nullable Integer status) {
        super(why, null, false, false);
        this.status = status;
    }

    @Nullable
    Integer status() {
        return status;
    }
}
