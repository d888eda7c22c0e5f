package dev.lotline.operations.billing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where months are reckoned up: tens of thousands of lines take seconds, and the threads that answer scans must not wait
 * for them. What follows on a read goes on here.
 */
@Singleton
public class FeeWork {
    private static final int MOST_WAITING = 64;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor workers;

    FeeWork() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.workers = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING));
        workers.allowCoreThreadTimeOut(true);
    }

    /** The same, with everything after it done by the workers. Ends with OVERLOADED when too much waits for them. */
    public <T> Uni<T> after(Uni<T> read) {
        // emitOn would throw a full queue at the reader, and the caller would never be answered
        return read.chain(found -> Uni.createFrom().item(found).runSubscriptionOn(workers))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Refusal.of(RefusalCode.OVERLOADED));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
