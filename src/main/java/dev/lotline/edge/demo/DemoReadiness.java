package dev.lotline.edge.demo;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the demo warehouse is being loaded: its people can't sign in yet. */
@Readiness
@Singleton
final class DemoReadiness implements HealthCheck {
    private final DemoWarehouse demo;

    DemoReadiness(DemoWarehouse demo) {
        this.demo = demo;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("demo warehouse")
                .status(!demo.loading())
                .build();
    }
}
