package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.Relay;
import dev.lotline.operations.messaging.inbox.Inbox;
import dev.lotline.operations.messaging.webhooks.Deliveries;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Events in {@code /q/health/well}: of the relays lag in seconds, events that wait and failures in a row; of a day the
 * webhook messages that were given up and the dead letters. Down when the oldest event has waited for more than a minute:
 * somebody should look, but nothing is restarted for it.
 */
@Wellness
@Singleton
final class RelayHealth implements AsyncHealthCheck {
    private static final double TOO_LATE_SECONDS = 60;

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Inbox inbox;

    RelayHealth(Outbox outbox, Deliveries deliveries, Inbox inbox) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.inbox = inbox;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.combine()
                .all()
                .unis(outbox.relays(), deliveries.givenUp(), inbox.lately())
                .with(RelayHealth::said)
                // without a database readiness says so
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.named("outbox").up().build());
    }

    private static HealthCheckResponse said(List<Relay> relays, long givenUp, long letters) {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("outbox");
        relays.forEach(relay -> health.withData(relay.name() + ".waiting", relay.waiting())
                .withData(relay.name() + ".lagSeconds", Math.round(relay.lagSeconds()))
                .withData(relay.name() + ".failures", relay.failures()));
        return health.withData("webhooks.givenUp", givenUp)
                .withData("deadLetters", letters)
                .status(relays.stream().allMatch(relay -> relay.lagSeconds() < TOO_LATE_SECONDS))
                .build();
    }
}
