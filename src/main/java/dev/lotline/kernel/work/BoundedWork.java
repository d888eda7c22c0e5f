package dev.lotline.kernel.work;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for work that takes long, so that the threads that answer scans never do it; and only so much of it waits.
 * Threads that have nothing to do go away.
 */
public final class BoundedWork implements Executor, AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    /**
     * @param name of the threads
     * @param most threads at work at once, 1 or more
     * @param waiting how much may wait for them
     */
    public BoundedWork(String name, int most, int waiting) {
        threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                },
                (work, full) -> {
                    throw Refusal.of(RefusalCode.OVERLOADED);
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Half of the processors, one at least: what may be slow leaves the others free. */
    public static int half() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** Ends with OVERLOADED when too much waits already. */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Interrupts what is at work and forgets what waits. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
