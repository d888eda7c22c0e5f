package dev.lotline.edge.printing;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.PrintAlerts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** The alerts of all printers, for those who watch: as many of a kind as {@code /q/health/well} says. */
@Singleton
final class PrintMeters {
    private final PrintAlerts alerts;
    private volatile Map<String, Long> known = Map.of();

    PrintMeters(PrintAlerts alerts, MeterRegistry meters) {
        this.alerts = alerts;
        for (String kind : PrintingHealth.KINDS) {
            Gauge.builder("lotline.print.alerts", this, self -> self.known.getOrDefault(kind, 0L))
                    .description("printers that are not ready, jobs long unknown, queues too long")
                    .tag("kind", kind)
                    .register(meters);
        }
    }

    @Scheduled(identity = "print-alerts", every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return alerts.of(Scope.ALL, null)
                .invoke(found -> known =
                        found.stream().collect(Collectors.groupingBy(alert -> alert.alert(), Collectors.counting())))
                .replaceWithVoid();
    }
}
