package lotline.simulators;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Tries the simulator's own parts and a whole shift against a stub; exit code 0 = all hold. */
final class SelfTest {
    private static int failed;

    private SelfTest() {}

    public static void main(String... args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        json();
        ids();
        latencies();
        recordings();
        shiftAgainstStub();
        System.out.println(failed == 0 ? "self-test: everything holds" : "self-test: " + failed + " checks failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void json() {
        String text = "{\"a\":[1,2.50,-3e2,true,null,\"\\u001d\\\\\\\"\u00df\"],\"b\":{}}";
        check(
                "json reads and writes",
                "{\"a\":[1,2.50,-300,true,null,\"\\u001d\\\\\\\"\u00df\"],\"b\":{}}",
                Json.write(Json.read(text)));
        for (String wrong : List.of("", "{", "[1,]", "{\"a\"}", "\"", "tru", "1 2", "[".repeat(100), "\"\\u12\"")) {
            String said = "nothing";
            try {
                Json.read(wrong);
            } catch (IllegalArgumentException e) {
                said = e.getMessage().substring(0, 8);
            }
            check("json refuses " + wrong, "not JSON", said);
        }
    }

    private static void ids() {
        Ids ids = new Ids();
        Set<String> all = new HashSet<>();
        for (int n = 0; n < 100_000; n++) {
            all.add(ids.id());
        }
        check("ids differ", 100_000, all.size());
        UUID one = UUID.fromString(ids.id());
        check("id is version 7 of the IETF variant", "7 2", one.version() + " " + one.variant());
        long made = one.getMostSignificantBits() >>> 16;
        check("id carries the clock", true, Math.abs(System.currentTimeMillis() - made) < 1000);
        check(
                "clock has its form",
                true,
                ids.now().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00"));
        check("no two events of one device at one moment", false, ids.now().equals(ids.now()));
        check("sequence grows by one", 1L, -ids.seq() + ids.seq());
    }

    private static void latencies() {
        Latencies latencies = new Latencies();
        for (int n = 1; n <= 1000; n++) {
            latencies.add(n * 1_000_000L);
        }
        check("count", 1000L, latencies.count());
        check("median within 2 %", true, Math.abs(latencies.millis(0.5) - 500) < 10);
        check("p99 within 2 %", true, Math.abs(latencies.millis(0.99) - 990) < 20);
        check("longest within 2 %", true, Math.abs(latencies.millis(1) - 1000) < 20);
    }

    private static void recordings() throws Exception {
        List<Recording> all = Recording.load(Path.of(System.getProperty("lotline.recordings")));
        Goods.Item item = new Goods.Item("ACME", "G-60", "09504000059101", true);
        Random dice = new Random(1);
        for (String mistake : List.of("", "WRONG_LOT", "UNREADABLE", "UNKNOWN")) {
            for (String operation : List.of("RECEIVE", "STOW", "PICK")) {
                for (Goods goods : List.of(
                        new Goods(item, "L-A", LocalDate.of(2026, 6, 30)),
                        new Goods(item, "L A", null),
                        new Goods(new Goods.Item("ACME", "BOX", null, false), null, null))) {
                    Recording one = Recording.pick(all, operation, mistake, goods.values(dice), dice);
                    if (one != null) {
                        Json.read("{" + one.fill(goods.values(dice)) + "}");
                    } else if (mistake.isEmpty()) {
                        check("a recording of " + operation + " for " + goods, "there", "missing");
                    }
                }
            }
        }
        Map<String, String> values = new Goods(item, "L\\A", LocalDate.of(2026, 6, 30)).values(dice);
        Recording typed = Recording.of(Json.object(
                Json.read("{\"operations\":[\"PICK\"],\"event\":{\"lotNumber\":\"{lot}\",\"d\":\"{yymmdd}\"}}")));
        check("values are put in as JSON text", "\"lotNumber\":\"L\\\\A\",\"d\":\"260630\"", typed.fill(values));
        check("a lot that no label can carry has no barcode", false, values.containsKey("gtin"));
    }

    private static void shiftAgainstStub() throws Exception {
        Path account = Files.createTempFile("account", ".txt");
        try (Stub stub = new Stub()) {
            String[] options = {
                "--url",
                stub.url(),
                "--token",
                "t",
                "--handhelds",
                "6",
                "--minutes",
                "0.1",
                "--pace",
                "1",
                "--mistakes",
                "3",
                "--account",
                account.toString(),
                "--verify"
            };
            check("a shift against an honest server holds", 0, Shift.run(options));
            List<String> lines = Files.readAllLines(account);
            Set<String> acknowledged = new HashSet<>();
            lines.forEach(line -> acknowledged.add(line.substring(0, 36)));
            check("each acknowledgement is written once", lines.size(), acknowledged.size());
            check("what is acknowledged is what was done", stub.seen.keySet(), acknowledged);
            check("enough was scanned", true, lines.size() > 300);
            stub.forgetEvery = 50;
            check("a server that forgets is found out", 1, Shift.run(options));
        } finally {
            Files.delete(account);
        }
    }

    private static void check(String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            failed++;
            System.out.println("FAILED " + what + ": expected " + expected + ", saw " + seen);
        }
    }
}
