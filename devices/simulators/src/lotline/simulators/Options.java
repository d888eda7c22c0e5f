package lotline.simulators;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the command line asks for. */
record Options(
        String url,
        String token,
        String warehouse,
        int handhelds,
        long seed,
        double minutes,
        boolean untilDone,
        Path recordings,
        Path account,
        boolean verify,
        boolean unchecked,
        String mode,
        int seconds,
        int warmUp,
        int pace,
        double mistakes,
        boolean furnish,
        int items,
        int rate,
        Path json) {

    boolean fullSpeed() {
        return !mode.equals("shift");
    }

    static final String USAGE = """
            shift --url http://127.0.0.1:8080 --token TOKEN [options]
              --warehouse CODE    where the shift works (default: the first warehouse)
              --handhelds N       devices at once, 1..200, of flood 1..900 (default 8)
              --seed N            decides what is scanned and which mistakes are made (default 42)
              --minutes N         how long; new work is made when it runs out (default 2)
              --until-done        no new work; ends when all open work is done
              --pace MS           thinking time between two scans of a handheld (default 20)
              --mistakes X        how many mistakes, 0 = none, 1 = a usual shift (default 1)
              --recordings DIR    what the handhelds scan (default: recordings beside this script)
              --account FILE      every acknowledgement is appended: id verdict code
              --verify            at the end sends every acknowledged event once more: 0 lost, 0 double
              --unchecked         does not have the identities checked at the end: in a large house that takes minutes
              --furnish           first makes a warehouse, merchants, items and places (safe to repeat)
              --items N           how many items to furnish or, at full speed, to use (default 60)
              --mode scan         full speed, one event per request: RECEIVE, STOW, MOVE, PICK in equal parts
              --mode upload       the same, 500 events per request
              --mode order        full speed: an order of three lines accepted and released (goods of src/bench/orders)
              --mode read         full speed: the lot breakdown of an item read (the same goods)
              --mode flood        scans at a stated rate whatever becomes of them, pages and traces beside them
              --rate N            of flood: scans a second (default 3000)
              --warm-up S         at full speed: seconds before measuring (default 10)
              --seconds S         at full speed: seconds measured (default 30)
              --json FILE         at full speed: the figures as JSON
            """;

    private static final List<String> MODES = List.of("shift", "scan", "upload", "order", "read", "flood");
    private static final Set<String> FLAGS = Set.of("--until-done", "--verify", "--furnish", "--unchecked");
    private static final Set<String> VALUES = Set.of(
            "--url",
            "--token",
            "--warehouse",
            "--handhelds",
            "--seed",
            "--minutes",
            "--pace",
            "--mistakes",
            "--recordings",
            "--account",
            "--items",
            "--mode",
            "--rate",
            "--warm-up",
            "--seconds",
            "--json");

    /** Throws IllegalArgumentException that names the option that is wrong. */
    static Options of(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (FLAGS.contains(args[i])) {
                given.put(args[i], "");
            } else if (VALUES.contains(args[i]) && i + 1 < args.length) {
                given.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException(args[i] + " is unknown or has no value");
            }
        }
        String token = given.getOrDefault("--token", "");
        if (token.isBlank()) {
            throw new IllegalArgumentException("--token is missing (the administrator's bearer token)");
        }
        String mode = given.getOrDefault("--mode", "shift");
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException("--mode takes " + String.join(", ", MODES) + ", not " + mode);
        }
        return new Options(
                given.getOrDefault("--url", "http://127.0.0.1:8080"),
                token,
                given.get("--warehouse"),
                (int) number(given, "--handhelds", 8, 1, mode.equals("flood") ? 900 : 200),
                (long) number(given, "--seed", 42, 0, 1e15),
                number(given, "--minutes", 2, 0, 100_000),
                given.containsKey("--until-done"),
                Path.of(given.getOrDefault("--recordings", System.getProperty("lotline.recordings", "recordings"))),
                given.containsKey("--account") ? Path.of(given.get("--account")) : null,
                given.containsKey("--verify"),
                given.containsKey("--unchecked"),
                mode,
                (int) number(given, "--seconds", 30, 1, 100_000),
                (int) number(given, "--warm-up", 10, 0, 100_000),
                (int) number(given, "--pace", 20, 0, 600_000),
                number(given, "--mistakes", 1, 0, 10),
                given.containsKey("--furnish"),
                (int) number(given, "--items", 60, 1, 100_000),
                (int) number(given, "--rate", 3_000, 1, 1_000_000),
                given.containsKey("--json") ? Path.of(given.get("--json")) : null);
    }

    private static double number(Map<String, String> given, String name, double otherwise, double min, double max) {
        if (!given.containsKey(name)) {
            return otherwise;
        }
        double value;
        try {
            value = Double.parseDouble(given.get(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + given.get(name), e);
        }
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " takes " + min + " to " + max + ", not " + given.get(name));
        }
        return value;
    }
}
