package dev.lotline.edge.printing.relay;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Who may open a {@link RelaySocket}: what {@code @Needs} says of an endpoint. */
@Singleton
public class RelayUpgrade implements HttpUpgradeCheck {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity().chain(identity -> {
            if (!(identity.getPrincipal() instanceof Actor actor)) {
                return CheckResult.rejectUpgrade(UNAUTHORIZED);
            }
            return actor.may(Capability.PRINT) ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
        });
    }
}
