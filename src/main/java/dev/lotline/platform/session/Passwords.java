package dev.lotline.platform.session;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Bcrypt, slow by design: on threads of its own, never on those of the scans, and no more of it than these can do. */
@Singleton
final class Passwords {
    private static final int MOST_WAITING = 16;
    private static final int IDLE_SECONDS = 30;

    private final int cost;
    private final ThreadPoolExecutor workers;
    /** Compared with when there is nobody of that name, so that the answer takes as long. */
    private final String nobody;

    Passwords(@ConfigProperty(name = "lotline.console.bcrypt-cost", defaultValue = "12") int cost) {
        this.cost = cost;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.workers = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING));
        workers.allowCoreThreadTimeOut(true);
        this.nobody = BcryptUtil.bcryptHash("nobody has this password", cost);
    }

    Uni<String> hash(String password) {
        return work(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** @param hash null when there is nobody to compare with */
    Uni<Boolean> match(String password, @Nullable String hash) {
        return work(() -> BcryptUtil.matches(password, hash == null ? nobody : hash) && hash != null);
    }

    private <T> Uni<T> work(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(workers)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Refusal.of(RefusalCode.OVERLOADED));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
