package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.security.identity.SecurityIdentity;

/** Who asks, when they may. */
public final class Caller {
    private Caller() {}

    /** Ends with UNAUTHENTICATED, FORBIDDEN. */
    public static Actor who(SecurityIdentity identity, Capability needed) {
        if (!(identity.getPrincipal() instanceof Actor actor)) {
            throw Refusal.of(RefusalCode.UNAUTHENTICATED);
        }
        if (!actor.may(needed)) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", needed.name());
        }
        return actor;
    }
}
