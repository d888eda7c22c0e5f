package dev.lotline.platform.session;

import dev.lotline.kernel.work.BoundedWork;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Bcrypt, slow by design: on threads of its own, never on those of the scans, and no more of it than these can do. */
@Singleton
final class Passwords {
    private static final int MOST_WAITING = 16;

    private final int cost;
    private final BoundedWork workers = new BoundedWork("passwords", BoundedWork.half(), MOST_WAITING);
    /**
     * Compared with when there is nobody of that name, so that the answer takes as long. Made by the first of the workers:
     * the first request of a node makes this bean, and no other may wait for it.
     */
    private final CompletableFuture<String> nobody;

    Passwords(@ConfigProperty(name = "lotline.console.bcrypt-cost") int cost) {
        this.cost = cost;
        this.nobody =
                CompletableFuture.supplyAsync(() -> BcryptUtil.bcryptHash("nobody has this password", cost), workers);
    }

    Uni<String> hash(String password) {
        return work(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** @param hash null when there is nobody to compare with */
    Uni<Boolean> match(String password, @Nullable String hash) {
        return work(() -> BcryptUtil.matches(password, hash == null ? nobody.join() : hash) && hash != null);
    }

    /** Goes on where it came from: what follows a password may need the request's own context. */
    private <T> Uni<T> work(Supplier<T> work) {
        Uni<T> done = Uni.createFrom().item(work).runSubscriptionOn(workers);
        Context caller = Vertx.currentContext();
        return caller == null ? done : done.emitOn(rest -> caller.runOnContext(any -> rest.run()));
    }

    @PreDestroy
    void stop() {
        workers.close();
    }
}
