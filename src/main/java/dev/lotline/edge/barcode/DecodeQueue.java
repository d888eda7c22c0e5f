package dev.lotline.edge.barcode;

import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.barcode.picture.PhotoReader.Answer;
import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import dev.lotline.kernel.work.BoundedWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/** Photos are read away from the event loop, one core left free for everything else, and only so many wait. */
@Singleton
class DecodeQueue {
    private static final int MOST_WAITING = 8;

    private final PhotoReader reader = new PhotoReader();
    private final BoundedWork threads;

    DecodeQueue() {
        threads = new BoundedWork("decode", Math.max(1, Runtime.getRuntime().availableProcessors() - 1), MOST_WAITING);
    }

    @PreDestroy
    void close() {
        threads.close();
    }

    /**
     * Ends with OVERLOADED when too many photos wait already.
     *
     * @param photo asked for when its turn has come
     */
    Uni<Answer> read(Callable<byte[]> photo, Expected expected) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> reader.read(photo.call(), expected)))
                .runSubscriptionOn(threads);
    }
}
