package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.security.identity.SecurityIdentity;
import org.jspecify.annotations.Nullable;

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

    /** Null for who may not, where a dialect answers with null instead of an error. */
    public static @Nullable Actor ifAllowed(SecurityIdentity identity, Capability needed) {
        return identity.getPrincipal() instanceof Actor actor && actor.may(needed) ? actor : null;
    }
}
