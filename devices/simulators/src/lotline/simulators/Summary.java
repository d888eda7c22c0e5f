package lotline.simulators;

import java.util.List;
import java.util.Map;

/** What is said at the end of a shift. */
final class Summary {
    /** Checking a large house takes minutes, and asking again would only start it once more. */
    private static final int INVARIANT_MILLIS = 600_000;

    private Summary() {}

    static void print(Account account, double seconds) {
        System.out.println("scans sent       " + account.sent.sum());
        System.out.println("acknowledged     " + account.acknowledged.sum());
        System.out.println("replays          " + account.replays.sum());
        System.out.println("broken off       " + account.brokenOff.sum() + " on purpose, right after sending");
        System.out.println("lost connections " + account.lostConnections.sum());
        System.out.println("told to wait     " + account.waits.sum());
        System.out.println("tried a third time " + account.retriedAgain.sum());
        System.out.println("office commands  " + account.commands.sum());
        System.out.printf("scans/s          %.1f in %.1f s%n", account.acknowledged.sum() / seconds, seconds);
        Latencies l = account.latencies;
        System.out.printf(
                "ms per request   p50 %.2f  p95 %.2f  p99 %.2f  max %.1f%n",
                l.millis(0.50), l.millis(0.95), l.millis(0.99), l.millis(1));
        account.verdicts().forEach((verdict, count) -> System.out.printf("  %-40s %d%n", verdict, count));
    }

    /** Has the server check its identities now; answers whether all hold. */
    static boolean invariants(Address address, Account account) {
        Patience patience = new Patience(System.nanoTime() + INVARIANT_MILLIS * 1_000_000L);
        try (Office office = new Office(address, account, patience, INVARIANT_MILLIS)) {
            Office.Answer answer = office.command("/admin/invariants", Map.of());
            List<Object> identities = answer.body() instanceof List
                    ? Json.array(answer.body())
                    : Json.array(Json.object(answer.body()).get("items"));
            long violations = 0;
            for (Object each : identities) {
                Map<String, Object> identity = Json.object(each);
                long some = Json.units(identity.get("violations"), 0);
                if (some > 0) {
                    account.wrong("identity " + identity.get("id") + " " + identity.get("name") + ": " + some
                            + " violations " + identity.get("sample"));
                }
                violations += some;
            }
            System.out.println("identities       " + identities.size() + " checked, " + violations + " violations");
            return answer.done() && !identities.isEmpty() && violations == 0;
        }
    }

    static boolean verdict(Account account) {
        account.samples.forEach(sample -> System.out.println("WRONG " + sample));
        long wrong = account.wrong.sum();
        System.out.println(wrong == 0 ? "everything holds" : wrong + " things are wrong");
        return wrong == 0;
    }
}
