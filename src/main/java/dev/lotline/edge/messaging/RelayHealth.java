package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.Outbox;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The relays in {@code /q/health/well}: lag in seconds, events that wait, failures in a row. Down when the oldest event has
 * waited for more than a minute: somebody should look, but nothing is restarted for it.
 */
@Wellness
@Singleton
final class RelayHealth implements AsyncHealthCheck {
    private static final double TOO_LATE_SECONDS = 60;

    private final Outbox outbox;

    RelayHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return outbox.relays()
                .map(relays -> {
                    HealthCheckResponseBuilder health = HealthCheckResponse.named("outbox");
                    relays.forEach(relay -> health.withData(relay.name() + ".waiting", relay.waiting())
                            .withData(relay.name() + ".lagSeconds", Math.round(relay.lagSeconds()))
                            .withData(relay.name() + ".failures", relay.failures()));
                    return health.status(relays.stream().allMatch(relay -> relay.lagSeconds() < TOO_LATE_SECONDS))
                            .build();
                })
                // without a database readiness says so
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.named("outbox").up().build());
    }
}
