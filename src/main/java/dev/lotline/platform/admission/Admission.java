package dev.lotline.platform.admission;

import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.work.Pace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before every door and its guards, so that a refusal costs next to nothing: what would wait longer than is any use
 * is answered 503 at once, with the time after which to come again.
 */
@Singleton
final class Admission {
    /** Behind the one who counts what is in flight, before all others. */
    private static final int BEFORE_ALL_DOORS = 9_000;

    private static final int PLACES = 256;
    private static final int PLACES_OF_REPORTS = 16;
    private static final Duration PATIENCE_OF_REPORTS = Duration.ofSeconds(2);

    /** Callers come back at different moments. */
    private static final int LATEST_SECONDS = 5;

    private final ScanLane scans;
    private final Map<WorkClass, Lane> lanes = new EnumMap<>(WorkClass.class);
    private final Map<WorkClass, Counter> shed = new EnumMap<>(WorkClass.class);
    private final MeterRegistry meters;

    Admission(
            Pace pace,
            MeterRegistry meters,
            @ConfigProperty(name = "lotline.admission.patience") Duration patience,
            @ConfigProperty(name = "lotline.admission.floor") int floor,
            @ConfigProperty(name = "lotline.admission.office") int office,
            @ConfigProperty(name = "lotline.admission.reports") int reports) {
        this.meters = meters;
        this.scans = new ScanLane(pace, patience, request -> refuse(request, WorkClass.SCAN));
        lane(WorkClass.FLOOR, floor, floor / 2, PLACES, patience);
        lane(WorkClass.OFFICE, office, Math.max(1, office / 16), PLACES, patience);
        lane(WorkClass.REPORT, reports, 1, PLACES_OF_REPORTS, PATIENCE_OF_REPORTS);
        for (WorkClass each : WorkClass.values()) {
            shed.put(
                    each,
                    Counter.builder("lotline.shed")
                            .description("requests that were refused because too many were on their way")
                            .tag("class", each.label())
                            .register(meters));
        }
        gauge(WorkClass.SCAN, scans::requests);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ALL_DOORS);
    }

    private void lane(WorkClass of, int atOnce, int atLeast, int places, Duration patience) {
        Lane lane = new Lane(
                atOnce, Math.max(1, atLeast), places, patience, scans::pressure, request -> refuse(request, of));
        lanes.put(of, lane);
        gauge(of, lane::requests);
    }

    private void gauge(WorkClass of, Supplier<Number> requests) {
        Gauge.builder("lotline.admitted", requests)
                .description("requests that are on their way")
                .tag("class", of.label())
                .register(meters);
    }

    void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        WorkClass of =
                WorkClass.of(request.method(), request.path(), request.query(), request.getHeader(HttpHeaders.ACCEPT));
        if (of == null) {
            context.next();
        } else if (of == WorkClass.SCAN) {
            scans.enter(context);
        } else {
            Objects.requireNonNull(lanes.get(of)).enter(context);
        }
    }

    private void refuse(RoutingContext context, WorkClass of) {
        Objects.requireNonNull(shed.get(of)).increment();
        Problem problem = Problem.of(
                Refusal.of(RefusalCode.OVERLOADED),
                Sentences.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                context.request().path());
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean person = accept != null && accept.contains("text/html");
        int seconds = ThreadLocalRandom.current().nextInt(Problem.RETRY_AFTER_SECONDS, LATEST_SECONDS + 1);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, person ? "text/plain; charset=utf-8" : Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .end(person ? problem.detail() : Json.encode(problem.members()));
        // nobody reads the body any more, and the next request stands behind it
        context.request().resume();
    }
}
