package dev.lotline.edge.floor.stream;

import dev.lotline.edge.floor.house.Warehouses;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A stream of {@code ?warehouse=}: it must be named (400), in scope and known (404). Asked in front of the resource, because
 * behind the first byte of a stream there is no status any more.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OfWarehouse {
    /** Stands in front of the streams. */
    @Singleton
    final class Door {
        private final Warehouses warehouses;
        private final SecurityIdentity identity;

        Door(Warehouses warehouses, SecurityIdentity identity) {
            this.warehouses = warehouses;
            this.identity = identity;
        }

        @OfWarehouse
        @ServerRequestFilter(priority = Priorities.USER)
        public Uni<Void> check(UriInfo uri) {
            String warehouse = uri.getQueryParameters().getFirst("warehouse");
            if (warehouse == null) {
                throw Refusal.invalid("warehouse", "is required");
            }
            ((Actor) identity.getPrincipal()).scope().requireWarehouse(warehouse);
            return warehouses.find(warehouse).map(known -> {
                if (known == null) {
                    throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
                }
                return null;
            });
        }
    }
}
