package dev.lotline.edge.console.shell;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says with every page how long the house took for it, in milliseconds from the request's head to the finished page:
 * {@code Server-Timing: app;dur=3.2}. Browsers show it beside the request; the benchmark of pages reads it.
 */
@Singleton
public final class ServerTiming {
    private static final String ARRIVED = "lotline.arrived";
    /** Before whoever asks who it is: looking up the session counts. */
    private static final int EARLY = 1_000;

    private final CurrentVertxRequest current;

    ServerTiming(CurrentVertxRequest current) {
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(ServerTiming::arrived, EARLY);
    }

    private static void arrived(RoutingContext request) {
        request.put(ARRIVED, System.nanoTime());
        request.next();
    }

    @ConsolePage
    @ServerResponseFilter
    public void tell(ContainerResponseContext answer) {
        long since = current.getCurrent().get(ARRIVED);
        double millis = (System.nanoTime() - since) / 1e6;
        answer.getHeaders().putSingle("Server-Timing", String.format(Locale.ROOT, "app;dur=%.1f", millis));
    }
}
