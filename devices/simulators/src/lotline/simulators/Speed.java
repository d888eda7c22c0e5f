package lotline.simulators;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/** N clients at full speed in a closed loop, each doing the same piece of work again and again. */
final class Speed {
    private static final long PAUSE_NANOS = 100_000_000;

    /** A piece of work; what it asks is prepared as bytes. */
    interface Work {
        /** Answers the reply that was not as it should be; null = all was well. */
        Reply once(Door door, String device, SplittableRandom dice, Ids ids) throws IOException;

        /** Pieces that count, of one go. */
        default int size() {
            return 1;
        }
    }

    private final Address address;
    private final Account account;
    private final Work work;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile boolean stop;

    private Speed(Address address, Account account, Work work) {
        this.address = address;
        this.account = account;
        this.work = work;
    }

    /** Answers whether every piece of work was done, and of scans whether all identities hold. */
    static boolean run(Options options, Address address, Account account) throws IOException, InterruptedException {
        return switch (options.mode()) {
            case "order" -> measure(options, address, account, new OrderWork(address, options.items()));
            case "read" -> measure(options, address, account, new ReadWork(address, options.items()));
            case "upload" ->
                measure(options, address, account, new UploadWork(address, load(options, address, account)))
                        & holds(options, address, account);
            case "flood" ->
                new Flood(options, address, account, load(options, address, account), lot(address, account)).run()
                        & holds(options, address, account);
            default ->
                measure(options, address, account, new ScanWork(load(options, address, account)))
                        & holds(options, address, account);
        };
    }

    private static boolean holds(Options options, Address address, Account account) {
        return options.unchecked() || Summary.invariants(address, account);
    }

    private static List<SpeedTemplate> load(Options options, Address address, Account account) throws IOException {
        Patience patience = new Patience(System.nanoTime() + 120_000_000_000L);
        try (Office office = new Office(address, account, patience)) {
            return new SpeedLoad(office, address, account, patience, options.items()).load();
        }
    }

    private static String lot(Address address, Account account) throws IOException {
        try (Office office = new Office(address, account, new Patience(System.nanoTime() + 30_000_000_000L))) {
            Map<String, Object> lots = office.get("/owners/SIM-ACME/items/SCAN-0000/lots");
            return String.valueOf(
                    Json.object(Json.array(lots.get("items")).get(0)).get("lotId"));
        }
    }

    static boolean measure(Options options, Address address, Account account, Work work)
            throws IOException, InterruptedException {
        Speed speed = new Speed(address, account, work);
        List<Thread> threads = new ArrayList<>();
        for (int n = 1; n <= options.handhelds(); n++) {
            // another seed, other devices: several may play at once
            String device = String.format("FAST-%03d", options.seed() % 4 * 200 + n);
            Thread thread = new Thread(null, () -> speed.play(device, options.seed()), device, 256 << 10);
            threads.add(thread);
            thread.start();
        }
        Patience.sleep(options.warmUp() * 1_000_000_000L);
        System.out.println("measuring");
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
        return Summary.verdict(account);
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

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toMillis())
                .orElse(0L);
    }

    private void play(String device, long seed) {
        SplittableRandom dice = new SplittableRandom(seed * 31 + device.hashCode());
        Ids ids = new Ids();
        try (Door door = new Door(address, Door.USUAL_MILLIS)) {
            while (!stop) {
                long start = System.nanoTime();
                Reply wrong = work.once(door, device, dice, ids);
                account.latencies.add(System.nanoTime() - start);
                if (wrong == null) {
                    acknowledged.add(work.size());
                } else {
                    judge(wrong);
                }
            }
        } catch (IOException | RuntimeException e) {
            account.wrong(device + " stopped: " + e);
        }
    }

    private void judge(Reply reply) {
        failures.increment();
        if (reply.later()) {
            account.waits.increment();
            Patience.sleep(PAUSE_NANOS);
        }
        account.wrong("answered " + reply.status() + ": " + reply.text());
    }
}
