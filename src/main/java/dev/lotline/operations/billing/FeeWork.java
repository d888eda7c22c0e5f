package dev.lotline.operations.billing;

import dev.lotline.kernel.work.BoundedWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * Where months are reckoned up: tens of thousands of lines take seconds, and the threads that answer scans must not wait
 * for them. What follows on a read goes on here.
 */
@Singleton
public class FeeWork {
    private static final int MOST_WAITING = 64;

    private final BoundedWork workers = new BoundedWork("fees", BoundedWork.half(), MOST_WAITING);

    /** The same, with everything after it done by the workers. Ends with OVERLOADED when too much waits for them. */
    public <T> Uni<T> after(Uni<T> read) {
        // emitOn would throw a full queue at the reader, and the caller would never be answered
        return read.chain(found -> Uni.createFrom().item(found).runSubscriptionOn(workers));
    }

    @PreDestroy
    void stop() {
        workers.close();
    }
}
