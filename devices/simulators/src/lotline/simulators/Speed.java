package lotline.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/** Scan mode: N handhelds at full speed in a closed loop, one event per request, all of it prepared as bytes. */
final class Speed {
    private static final byte[] FINE = "\"verdict\":\"OK\"".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NOT_REPLAYED = "\"replayed\":false".getBytes(StandardCharsets.ISO_8859_1);
    private static final long PAUSE_NANOS = 100_000_000;

    private final Address address;
    private final Account account;
    private final List<SpeedTemplate> templates;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile boolean stop;

    private Speed(Address address, Account account, List<SpeedTemplate> templates) {
        this.address = address;
        this.account = account;
        this.templates = templates;
    }

    /** Answers whether every scan was booked and all identities hold. */
    static boolean run(Options options, Address address, Account account) throws IOException, InterruptedException {
        Patience patience = new Patience(System.nanoTime() + 120_000_000_000L);
        List<SpeedTemplate> templates;
        try (Office office = new Office(address, account, patience)) {
            templates = new SpeedLoad(office, address, account, patience, options.items()).load();
        }
        return measure(options, address, account, templates);
    }

    static boolean measure(Options options, Address address, Account account, List<SpeedTemplate> templates)
            throws IOException, InterruptedException {
        Speed speed = new Speed(address, account, templates);
        List<Thread> threads = new ArrayList<>();
        for (int n = 1; n <= options.handhelds(); n++) {
            // another seed, other devices: several may play at once
            String device = String.format("FAST-%03d", options.seed() % 4 * 200 + n);
            Thread thread = new Thread(null, () -> speed.scan(device, options.seed()), device, 256 << 10);
            threads.add(thread);
            thread.start();
        }
        Patience.sleep(options.warmUp() * 1_000_000_000L);
        account.latencies.reset();
        long before = speed.acknowledged.sum();
        long cpu = cpu();
        long start = System.nanoTime();
        Patience.sleep(options.seconds() * 1_000_000_000L);
        double seconds = (System.nanoTime() - start) / 1e9;
        long scans = speed.acknowledged.sum() - before;
        cpu = cpu() - cpu;
        Map<String, Object> figures = speed.figures(options.handhelds(), seconds, scans, cpu);
        speed.stop = true;
        for (Thread thread : threads) {
            thread.join();
        }
        String line = Json.write(figures);
        System.out.println(line);
        if (options.json() != null) {
            Files.writeString(options.json(), line + "\n");
        }
        boolean identities = Summary.invariants(address, account);
        return Summary.verdict(account) && identities;
    }

    private Map<String, Object> figures(int handhelds, double seconds, long scans, long cpuMillis) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("handhelds", handhelds);
        figures.put("seconds", round(seconds));
        figures.put("scans", scans);
        figures.put("scansPerSecond", round(scans / seconds));
        figures.put("p50", round(account.latencies.millis(0.50)));
        figures.put("p95", round(account.latencies.millis(0.95)));
        figures.put("p99", round(account.latencies.millis(0.99)));
        figures.put("max", round(account.latencies.millis(1)));
        figures.put("failures", failures.sum());
        figures.put("driverCores", round(cpuMillis / 1000.0 / seconds));
        return figures;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toMillis())
                .orElse(0L);
    }

    private void scan(String device, long seed) {
        SplittableRandom dice = new SplittableRandom(seed * 31 + device.hashCode());
        Ids ids = new Ids();
        byte[] scratch = new byte[4 << 10];
        try (Door door = new Door(address, Door.USUAL_MILLIS)) {
            while (!stop) {
                int length = templates.get(dice.nextInt(templates.size())).fill(scratch, device, ids);
                long start = System.nanoTime();
                door.write(scratch, length);
                Reply reply = door.read();
                account.latencies.add(System.nanoTime() - start);
                judge(reply);
            }
        } catch (IOException | RuntimeException e) {
            account.wrong(device + " stopped: " + e);
        }
    }

    private void judge(Reply reply) {
        if (reply.status() == 200 && has(reply, FINE) && has(reply, NOT_REPLAYED)) {
            acknowledged.increment();
            return;
        }
        failures.increment();
        if (reply.later()) {
            account.waits.increment();
            Patience.sleep(PAUSE_NANOS);
        }
        account.wrong("answered " + reply.status() + ": " + reply.text());
    }

    private static boolean has(Reply reply, byte[] word) {
        byte[] body = reply.body();
        for (int at = 0; at <= reply.length() - word.length; at++) {
            int same = 0;
            while (same < word.length && body[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }
}
