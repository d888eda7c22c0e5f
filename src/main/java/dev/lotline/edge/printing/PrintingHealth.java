package dev.lotline.edge.printing;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.PrintAlerts;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Printing in {@code /q/health/well}: how many alerts of which kind. Always up: an application is not restarted because a
 * printer is out of labels.
 */
@Wellness
@Singleton
final class PrintingHealth implements AsyncHealthCheck {
    static final List<String> KINDS = List.of("NOT_READY", "UNKNOWN_OLD", "QUEUE_LONG");

    private final PrintAlerts alerts;

    PrintingHealth(PrintAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return alerts.of(Scope.ALL, null)
                .map(found -> {
                    HealthCheckResponseBuilder health = HealthCheckResponse.named("printing");
                    for (String kind : KINDS) {
                        health.withData(
                                kind,
                                found.stream()
                                        .filter(alert -> alert.alert().equals(kind))
                                        .count());
                    }
                    return health.up().build();
                })
                // without a database readiness says so
                .onFailure()
                .recoverWithItem(
                        () -> HealthCheckResponse.named("printing").up().build());
    }
}
