package lotline.simulators;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays a shift: N handhelds receive, put away, pick and make mistakes until time or work is over; then the books are
 * checked. Exit code 0 = everything holds, 1 = something does not, 64 = the command line is wrong.
 */
final class Shift {
    private static final long GRACE_NANOS = 120_000_000_000L;

    /** What all handhelds share. */
    record Floor(
            Address address,
            House house,
            Options options,
            Account account,
            Patience patience,
            List<Recording> recordings) {}

    private Shift() {}

    public static void main(String... args) throws IOException, InterruptedException {
        System.exit(run(args));
    }

    static int run(String... args) throws IOException, InterruptedException {
        Options options;
        Address address;
        if (List.of(args).contains("--help")) {
            System.out.print(Options.USAGE);
            return 0;
        }
        try {
            options = Options.of(args);
            address = Address.of(options.url(), options.token());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            return 64;
        }
        try (Account account = new Account(options.account())) {
            boolean holds =
                    options.fullSpeed() ? Speed.run(options, address, account) : shift(options, address, account);
            return holds ? 0 : 1;
        } catch (IllegalStateException | ShiftOver e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static boolean shift(Options options, Address address, Account account)
            throws IOException, InterruptedException {
        List<Recording> recordings = Recording.load(options.recordings());
        long start = System.nanoTime();
        long end = options.untilDone() ? Long.MAX_VALUE / 2 + start : start + (long) (options.minutes() * 60e9);
        Patience patience = new Patience(options.untilDone() ? end : end + GRACE_NANOS);
        House house;
        Foreman foreman;
        try (Office office = new Office(address, account, patience)) {
            if (options.furnish()) {
                Furniture.make(office, Furniture.Kind.SHIFT, options.items());
            }
            house = House.of(office, options.furnish() ? Furniture.WAREHOUSE : options.warehouse());
            foreman = new Foreman(house, options, end);
            System.out.println("shift at " + house.warehouse() + ": "
                    + house.docks().size() + " docks, "
                    + house.places().size() + " places, " + house.items().size() + " items, " + foreman.collect(office)
                    + " open jobs, " + options.handhelds() + " handhelds, seed " + options.seed());
        }
        Floor floor = new Floor(address, house, options, account, patience, recordings);
        Path spools = options.verify() ? Files.createTempDirectory("lotline-shift") : null;
        work(floor, foreman, spools);
        double seconds = (System.nanoTime() - start) / 1e9;
        Summary.print(account, seconds);
        if (spools != null) {
            verify(floor, spools);
        }
        boolean identities = options.unchecked() || Summary.invariants(address, account);
        return Summary.verdict(account) && identities;
    }

    private static void work(Floor floor, Foreman foreman, Path spools) throws IOException, InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<BufferedWriter> writers = new ArrayList<>();
        for (int n = 1; n <= floor.options().handhelds(); n++) {
            BufferedWriter spool =
                    spools == null ? null : Files.newBufferedWriter(spools.resolve(device(n)), StandardCharsets.UTF_8);
            writers.add(spool);
            threads.add(new Thread(null, new Handheld(device(n), foreman, floor, spool), device(n), 256 << 10));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (BufferedWriter writer : writers) {
            if (writer != null) {
                writer.close();
            }
        }
    }

    private static void verify(Floor floor, Path spools) throws IOException, InterruptedException {
        AtomicLong again = new AtomicLong();
        long before = floor.account().wrong.sum();
        List<Thread> threads = new ArrayList<>();
        Patience patience = new Patience(System.nanoTime() + GRACE_NANOS * 10);
        Floor later = new Floor(floor.address(), floor.house(), floor.options(), floor.account(), patience, List.of());
        for (int n = 1; n <= floor.options().handhelds(); n++) {
            String device = device(n);
            Thread thread = new Thread(() -> {
                try {
                    again.addAndGet(Verification.check(spools.resolve(device), device, later));
                } catch (IOException | RuntimeException e) {
                    later.account().wrong("the check of " + device + " stopped: " + e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "verified         %d acknowledged events sent once more, %d answered otherwise%n",
                again.get(), floor.account().wrong.sum() - before);
        if (again.get() != floor.account().acknowledged.sum()) {
            floor.account().wrong("acknowledged " + floor.account().acknowledged.sum() + ", verified " + again.get());
        }
        for (int n = 1; n <= floor.options().handhelds(); n++) {
            Files.deleteIfExists(spools.resolve(device(n)));
        }
        Files.deleteIfExists(spools);
    }

    static String device(int n) {
        return String.format("SIM-%02d", n);
    }
}
