package dev.lotline.platform.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityIntegrationRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Metrics name a request by the template of its path. For the case that it is refused for who asks, the platform (3.30.6)
 * works that template out in front of every request, by building the map of all paths anew each time: a quarter of the
 * event loops' time under scans. Here it is worked out when a request is refused.
 */
@ApplicationScoped
class PathTemplates {
    /** Behind the authentication, which has this priority too and stands there first; before the platform's own, at 199. */
    private static final int BEHIND_THE_AUTHENTICATION = 200;

    private static final int UNAUTHORIZED = 401;

    private static final BiConsumer<RoutingContext, Throwable> REFUSED = PathTemplates::refused;

    void register(@Observes Filters filters) {
        filters.register(PathTemplates::watch, BEHIND_THE_AUTHENTICATION + 1);
        filters.register(PathTemplates::later, BEHIND_THE_AUTHENTICATION);
    }

    private static void watch(RoutingContext request) {
        request.addHeadersEndHandler(written -> name(request));
        request.next();
    }

    private static void later(RoutingContext request) {
        if (request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler) {
            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, REFUSED);
        }
        request.next();
    }

    /** Whoever refused it: without a template its path, which anybody may make up, would be a series of its own. */
    private static void name(RoutingContext request) {
        if (request.response().getStatusCode() == UNAUTHORIZED) {
            ObservabilityIntegrationRecorder.setTemplatePath(request, ResteasyReactiveRecorder.getCurrentDeployment());
        }
    }

    /** What the platform's own does for the mappers of our refusals. */
    private static void refused(RoutingContext request, Throwable failure) {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(request, failure);
        if (!request.failed()) {
            request.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    }
}
