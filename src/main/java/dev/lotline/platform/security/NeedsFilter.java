package dev.lotline.platform.security;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands in front of every endpoint: no credential 401, not this capability 403, no {@link Needs} at all 403; except for
 * the few that say why they need {@link Needs.Nothing}.
 */
@Singleton
public final class NeedsFilter {
    private final SecurityIdentity identity;

    /** One entry per resource method. */
    private final Map<Method, Optional<Needs>> needs = new ConcurrentHashMap<>();

    NeedsFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(Needs.Nothing.class)) {
            return;
        }
        if (!(identity.getPrincipal() instanceof Actor actor)) {
            throw Refusal.of(RefusalCode.UNAUTHENTICATED);
        }
        Needs named = needs.computeIfAbsent(
                        resource.getResourceMethod(), method -> named(method, resource.getResourceClass()))
                .orElseThrow(() -> Refusal.of(RefusalCode.FORBIDDEN));
        if (!actor.may(named.value())) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", named.value().name());
        }
    }

    private static Optional<Needs> named(Method method, Class<?> resource) {
        Needs onMethod = method.getAnnotation(Needs.class);
        return Optional.ofNullable(onMethod != null ? onMethod : resource.getAnnotation(Needs.class));
    }
}
