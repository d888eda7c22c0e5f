package dev.lotline.edge.barcode;

import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.barcode.picture.PhotoReader.Answer;
import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Photos are read away from the event loop, one core left free for everything else, and only so many wait. */
@Singleton
class DecodeQueue {
    private static final int MOST_WAITING = 8;

    private final PhotoReader reader = new PhotoReader();
    private final ThreadPoolExecutor threads;

    DecodeQueue() {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        threads = new ThreadPoolExecutor(
                most, most, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "decode");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /**
     * Ends with OVERLOADED when too many photos wait already.
     *
     * @param photo asked for when its turn has come
     */
    Uni<Answer> read(Callable<byte[]> photo, Expected expected) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                threads.execute(() -> {
                    try {
                        emitter.complete(reader.read(photo.call(), expected));
                    } catch (Exception | Error e) {
                        emitter.fail(e);
                    }
                });
            } catch (RejectedExecutionException e) {
                emitter.fail(Refusal.of(RefusalCode.OVERLOADED));
            }
        });
    }
}
