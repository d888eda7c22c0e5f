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

/**
 * More than the house can do: scans at a stated rate whatever becomes of them, with pages and traces beside them. A scan
 * counts from the moment at which it was due, so that one that could not even be sent counts as slow.
 */
final class Flood {
    /** Of a hundred connections: 4 ask for pages, 2 for traces, the rest scan. */
    private static final int PAGES = 4;

    private static final int REPORTS = 2;
    private static final long SECOND = 1_000_000_000L;

    /** What became of the requests of one kind. */
    private static final class Kind {
        private final String name;
        private final Latencies served = new Latencies();
        private final Latencies refused = new Latencies();
        private final LongAdder silent = new LongAdder();

        Kind(String name) {
            this.name = name;
        }

        void count(Reply reply, long due, long sent, Account account) {
            long now = System.nanoTime();
            if (reply.done()) {
                served.add(now - due);
            } else if (reply.status() == 503) {
                refused.add(now - sent);
                if (reply.retryAfterMillis() < 0) {
                    silent.increment();
                }
            } else {
                account.wrong(name + " was answered " + reply.status() + ": " + reply.text());
            }
        }

        void reset() {
            served.reset();
            refused.reset();
        }

        void figures(Map<String, Object> figures, double seconds) {
            figures.put(name + "PerSecond", Speed.round(served.count() / seconds));
            figures.put(name + "P50", Speed.round(served.millis(0.5)));
            figures.put(name + "P99", Speed.round(served.millis(0.99)));
            figures.put(name + "RefusedPerSecond", Speed.round(refused.count() / seconds));
            figures.put(name + "RefusedP99", Speed.round(refused.millis(0.99)));
            figures.put(name + "WithoutRetryAfter", silent.sum());
        }
    }

    private final Options options;
    private final Address address;
    private final Account account;
    private final List<SpeedTemplate> scans;
    private final String lot;
    private final Kind scan = new Kind("scans");
    private final Kind page = new Kind("pages");
    private final Kind report = new Kind("reports");
    private volatile boolean stop;

    /** @param lot of the first item, whose history is asked for */
    Flood(Options options, Address address, Account account, List<SpeedTemplate> scans, String lot) {
        this.options = options;
        this.address = address;
        this.account = account;
        this.scans = scans;
        this.lot = lot;
    }

    /** Answers whether whoever was refused was told when to come again, and nothing else went wrong. */
    boolean run() throws IOException, InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int n = 0; n < options.handhelds(); n++) {
            int place = n;
            Thread thread = new Thread(null, () -> flood(place, start), "flood-" + n, 256 << 10);
            threads.add(thread);
            thread.start();
        }
        Patience.sleep(options.warmUp() * SECOND);
        scan.reset();
        page.reset();
        report.reset();
        Patience.sleep(options.seconds() * SECOND);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("offered", options.rate());
        for (Kind each : List.of(scan, page, report)) {
            each.figures(figures, options.seconds());
            if (each.silent.sum() > 0) {
                account.wrong(each.name + " refused without Retry-After: " + each.silent.sum());
            }
        }
        stop = true;
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

    private void flood(int place, long start) {
        int kind = place % 100;
        if (kind < PAGES) {
            ask(page, "GET", "/api/v1/owners/SIM-ACME/items?limit=50", start);
        } else if (kind < PAGES + REPORTS) {
            ask(report, "GET", "/api/v1/owners/SIM-ACME/items/SCAN-0000/lots/" + lot + "/trace", start);
        } else {
            scan(place, start);
        }
    }

    private void scan(int place, long start) {
        String device = String.format("FAST-%03d", place);
        SplittableRandom dice = new SplittableRandom(options.seed() * 31 + place);
        Ids ids = new Ids();
        byte[] request = new byte[4 << 10];
        double each = (double) SECOND * options.handhelds() * (100 - PAGES - REPORTS) / 100 / options.rate();
        long due = start + (long) (each * dice.nextDouble());
        try (Door door = new Door(address, Door.USUAL_MILLIS)) {
            for (long n = 0; !stop; n++, due += (long) each) {
                Patience.sleep(due - System.nanoTime());
                int length = scans.get(dice.nextInt(scans.size())).fill(request, device, ids);
                long sent = System.nanoTime();
                door.write(request, length);
                scan.count(door.read(), due, sent, account);
            }
        } catch (IOException | RuntimeException e) {
            account.wrong(device + " stopped: " + e);
        }
    }

    /** Twenty a second each. */
    private void ask(Kind kind, String method, String path, long start) {
        byte[] request = address.request(method, path, "", null);
        long due = start;
        try (Door door = new Door(address, Door.USUAL_MILLIS)) {
            for (; !stop; due = Math.max(due + SECOND / 20, System.nanoTime())) {
                Patience.sleep(due - System.nanoTime());
                long sent = System.nanoTime();
                kind.count(door.exchange(request), due, sent, account);
            }
        } catch (IOException | RuntimeException e) {
            account.wrong(kind.name + " stopped: " + e + " " + new String(request, StandardCharsets.ISO_8859_1));
        }
    }
}
