package dev.lotline.edge.printing.relay;

import org.jspecify.annotations.Nullable;

/** What a relay says over its socket: {@link OutcomeBody} of a job that it was handed. */
record SaidBody(
        @Nullable String job,
        @Nullable String result,
        @Nullable Integer bytesWritten) {
    OutcomeBody outcome() {
        return new OutcomeBody(result, bytesWritten);
    }
}
