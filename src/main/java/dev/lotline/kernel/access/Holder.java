package dev.lotline.kernel.access;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import java.util.concurrent.CompletionStage;

/** In whose name messages of a broker act: the holder of the token {@code lotline.inbound.token}. */
public interface Holder {
    /** Ends with UNAUTHENTICATED when there is none or it was revoked, with FORBIDDEN without this capability. */
    CompletionStage<Actor> may(Capability capability);
}
