package lotline.simulators;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** The books of the shift: what was sent, what was acknowledged with which verdict, and what should never happen. */
final class Account implements Closeable {
    private static final int SAMPLES = 20;

    final LongAdder sent = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder replays = new LongAdder();
    final LongAdder brokenOff = new LongAdder();
    final LongAdder lostConnections = new LongAdder();
    final LongAdder waits = new LongAdder();
    /** Requests that were not answered when they were tried a second time. */
    final LongAdder retriedAgain = new LongAdder();

    final LongAdder commands = new LongAdder();
    final LongAdder wrong = new LongAdder();
    final Latencies latencies = new Latencies();
    final Queue<String> samples = new ConcurrentLinkedQueue<>();

    private final Map<String, LongAdder> verdicts = new ConcurrentHashMap<>();
    private final BufferedWriter file;

    /** {@code path} null = nothing is written. Lines of an earlier shift stay. */
    Account(Path path) throws IOException {
        file = path == null
                ? null
                : Files.newBufferedWriter(
                        path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The first answer to an event. It is in the file before the handheld goes on. */
    void acknowledge(Iterable<ScanEvent> events) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ScanEvent event : events) {
            acknowledged.increment();
            verdicts.computeIfAbsent(event.operation + " " + event.verdict + " " + event.code, k -> new LongAdder())
                    .increment();
            lines.append(event.id)
                    .append(' ')
                    .append(event.verdict)
                    .append(' ')
                    .append(event.code)
                    .append('\n');
        }
        if (file != null) {
            synchronized (this) {
                file.write(lines.toString());
                file.flush();
            }
        }
    }

    /** Something that must never happen: counted, the first ones told in the summary. */
    void wrong(String what) {
        wrong.increment();
        if (wrong.sum() <= SAMPLES) {
            samples.add(what);
        }
    }

    Map<String, Long> verdicts() {
        Map<String, Long> sorted = new TreeMap<>();
        verdicts.forEach((key, count) -> sorted.put(key, count.sum()));
        return sorted;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
