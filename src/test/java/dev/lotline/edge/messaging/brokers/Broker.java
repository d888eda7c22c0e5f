package dev.lotline.edge.messaging.brokers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A real broker as a process of its own, on the loopback. */
abstract class Broker implements AutoCloseable {
    private Process process;

    /** Ready when it takes connections. */
    abstract void start() throws Exception;

    /** What an application needs to know of it. */
    abstract Map<String, String> settings();

    /** Everything that comes in from now on, body by body, on a thread of its own. */
    abstract void consume(Consumer<byte[]> each) throws Exception;

    /** Onto a channel of Lotline, kept by the broker when this returns. By MQTT the device is part of the topic. */
    abstract void send(String channel, String device, byte[] body) throws Exception;

    /** What an application needs to know to read from it as well. */
    Map<String, String> inbound() {
        Map<String, String> all = new java.util.HashMap<>(settings());
        all.put("lotline.inbound.connector", settings().get("lotline.bus.connector"));
        return all;
    }

    /** Whether a message that it has taken outlives a {@code kill -9} of it. */
    abstract boolean keeps();

    final void run(Path log, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    static void until(String what, Attempt attempt) throws Exception {
        long since = System.nanoTime();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (Exception e) {
                if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(90)) {
                    throw new IllegalStateException(what, e);
                }
                LockSupport.parkNanos(200_000_000);
            }
        }
    }

    interface Attempt {
        void run() throws Exception;
    }

    /** Without a chance to tidy up, children included. */
    final void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
    }
}
