package dev.lotline.operations.printing;

import dev.lotline.given.PrintHouse;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.desk.Desks;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.printing.desk.PrintDesk.Decision;
import dev.lotline.operations.printing.desk.PrintDesk.Done;
import dev.lotline.stock.ledger.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays the same operations in the database and in the model. */
final class QueuePlayer {
    static final Set<String> EVERYTHING = Set.of(
            "ask",
            "lease job",
            "lease nothing",
            "begin true",
            "begin false",
            "SENT",
            "UNKNOWN",
            "CONFIRMED",
            "ASSUMED",
            "QUEUED",
            "HELD",
            "FAILED",
            "dies",
            "time",
            "CANCEL true",
            "CANCEL false",
            "HOLD true",
            "RETRY true",
            "RETRY false",
            "MOVE true",
            "CAME_OUT true",
            "CAME_OUT false",
            "no label true",
            "no label false",
            "scanned true",
            "scanned false",
            "dead true",
            "dead false",
            "reprint true",
            "reprint false");
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Actor CLERK = new Actor("clerk", Role.ADMIN, Set.of(), Scope.ALL, "desk");
    private static final List<Machine> MACHINES = List.of(machine(1), machine(2));

    private final PrintHouse house;
    private final PrintDesk desk;
    private final List<PrintQueue> nodes;
    private final Map<String, Integer> said = new TreeMap<>();
    private PaperModel model = new PaperModel();
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> serials = new ArrayList<>();
    private Random random = new Random();

    QueuePlayer(PrintHouse house) throws SQLException {
        this.house = house;
        Pool pool = PrintHouse.pool(house.url(), house.password());
        this.desk = Desks.over(pool);
        this.nodes = List.of(Queues.over(pool), Queues.over(pool));
        for (Machine machine : MACHINES) {
            house.run(
                    "INSERT INTO printer (id, warehouse_id, code, link, host, port, dpi, width_mm, height_mm, changed_by)"
                            + " SELECT " + machine.id() + ", id, '" + machine.code()
                            + "', 'TCP', '127.0.0.1', 9100, 203, 57, 32,"
                            + " 'test' FROM warehouse");
        }
    }

    /** How often what was done and answered. */
    Map<String, Integer> said() {
        return said;
    }

    /** Null, or how the database and the model differ after which steps. */
    @Nullable
    String play(long seed, int length) throws SQLException {
        house.run("DELETE FROM label; DELETE FROM print_job");
        model = new PaperModel();
        ids.clear();
        serials.clear();
        random = new Random(seed);
        List<String> steps = new ArrayList<>();
        for (int n = 0; n < length; n++) {
            String what;
            try {
                what = step();
            } catch (RuntimeException e) {
                return "seed " + seed + " " + steps + ": " + e;
            }
            steps.add(what);
            said.merge(what, 1, Integer::sum);
            String is = database();
            if (what.startsWith("differs") || !is.equals(model.toString())) {
                return "seed " + seed + " " + steps + ":\n" + is + "\nshould be\n" + model;
            }
        }
        return null;
    }

    private String step() throws SQLException {
        int what = random.nextInt(20);
        if (model.jobs.isEmpty() || what < 3) {
            return ask();
        }
        int node = 1 + random.nextInt(2);
        if (what < 7) {
            return lease(node, MACHINES.get(random.nextInt(2)));
        }
        int number = busy();
        PaperModel.Job job = model.jobs.get(number);
        PrintJob sent = new PrintJob(ids.get(number), "PRINTER", Map.of(), "en", 1, List.of());
        PrintQueue queue = nodes.get(node - 1);
        return switch (what) {
            case 7, 8 -> {
                boolean begun = done(queue.begin(sent, "t", "v", new byte[32], null, null));
                yield same("begin", model.begin(node, job), begun);
            }
            case 9, 10, 11 -> ended(queue, node, sent, job);
            case 12 -> back(queue, node, sent, job);
            case 13 -> {
                if (random.nextInt(3) > 0) {
                    house.run("UPDATE print_job SET next_try_at = '-infinity'");
                    model.timePasses();
                    yield "time";
                }
                house.run("UPDATE print_job SET lease_until = now() - interval '1 second' WHERE state IN"
                        + " ('SENDING', 'SENT') AND lease_owner = (SELECT lease_owner FROM print_job WHERE id = '"
                        + ids.get(number) + "')");
                done(nodes.get(0).sweep());
                model.dies(job.node == 0 ? -1 : job.node);
                yield "dies";
            }
            case 14, 15 -> decide(number, job);
            case 16 -> {
                boolean did = did(desk.noLabel(ids.get(number), envelope(), CLERK));
                yield same("no label", model.noLabel(job), did);
            }
            default -> paper(what);
        };
    }

    private String ask() {
        int printer = random.nextInt(4) % 3;
        int labels = 1 + random.nextInt(3);
        JsonObject request = LabelRequest.payload(
                "PRINTER",
                new JsonObject().put("printer", "X"),
                labels,
                printer == 0 ? null : "M-" + printer,
                "desk",
                "en",
                "clerk");
        did(desk.request("W", request, envelope(), CLERK));
        model.ask(printer, labels);
        return "ask";
    }

    private String lease(int node, Machine machine) {
        PrintJob got = done(nodes.get(node - 1).lease(machine));
        int expected = model.lease(node, (int) machine.id());
        int found = got == null ? -1 : ids.indexOf(got.id());
        return found == expected ? (got == null ? "lease nothing" : "lease job") : "differs: lease of " + found;
    }

    private String ended(PrintQueue queue, int node, PrintJob sent, PaperModel.Job job) {
        List<String> states = job.state.equals("SENT") ? List.of("UNKNOWN", "CONFIRMED", "ASSUMED") : List.of("SENT");
        String state = states.get(random.nextInt(states.size()));
        done(
                switch (state) {
                    case "SENT" -> queue.sent(sent, 1);
                    case "CONFIRMED" -> queue.confirmed(sent, 1, "STATUS");
                    case "ASSUMED" -> queue.assumed(sent, 1);
                    default -> queue.unknown(sent, 1, "CUT_OFF", "test");
                });
        model.end(node, job, state);
        return state;
    }

    private String back(PrintQueue queue, int node, PrintJob sent, PaperModel.Job job) {
        String state = List.of("QUEUED", "HELD", "FAILED").get(random.nextInt(3));
        done(
                switch (state) {
                    case "QUEUED" -> queue.again(sent, "NOT_SENT", "test");
                    default -> queue.refused(sent, state, "MEDIA_MISMATCH", "test");
                });
        model.back(node, job, state);
        return state;
    }

    private String decide(int number, PaperModel.Job job) {
        Decision decision = Decision.values()[random.nextInt(Decision.values().length)];
        int printer = decision == Decision.MOVE ? 1 + random.nextInt(2) : 0;
        boolean did =
                did(desk.decide(ids.get(number), decision, printer == 0 ? null : "M-" + printer, envelope(), CLERK));
        return same(decision.name(), model.decide(job, decision.name(), printer), did);
    }

    private String paper(int what) {
        int number = random.nextInt(serials.size());
        String serial = serials.get(number);
        PaperModel.Label label = model.labels().get(number);
        if (what == 17) {
            return same("scanned", model.scanned(label), did(desk.scanned(serial, envelope(), CLERK)));
        } else if (what == 18) {
            return same("dead", model.declaredDead(label), did(desk.cancelLabel(serial, envelope(), CLERK)));
        }
        int printer = 1 + random.nextInt(2);
        String reason = random.nextBoolean() ? "EXTRA" : "DAMAGED";
        boolean did = did(desk.reprint(serial, reason, "M-" + printer, envelope(), CLERK));
        return same("reprint", model.reprint(label, reason, printer), did);
    }

    /** Rather one that moves than one that is over. */
    private int busy() {
        for (int n = 0; n < 4; n++) {
            int number = random.nextInt(model.jobs.size());
            if (model.jobs.get(number).node > 0) {
                return number;
            }
        }
        return random.nextInt(model.jobs.size());
    }

    private static String same(String what, boolean expected, boolean found) {
        return (expected == found ? "" : "differs: ") + what + " " + found;
    }

    /** False where it is refused. */
    private boolean did(Uni<Done> command) {
        try {
            for (JobView job : done(command).jobs()) {
                UUID id = UUID.fromString(job.id());
                if (!ids.contains(id)) {
                    ids.add(id);
                    job.labels().forEach(label -> serials.add(label.serial()));
                }
            }
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** As the model tells it, in the order in which the jobs were made. */
    private String database() throws SQLException {
        List<String> jobs = new ArrayList<>();
        for (List<String> row :
                house.ask("SELECT state || coalesce('@' || printer_id, '') || (SELECT '[' || string_agg("
                        + "l.state, ', ' ORDER BY l.position) || ']' FROM label l WHERE l.job_id = j.id), id FROM"
                        + " print_job j ORDER BY id")) {
            jobs.add(row.get(0));
        }
        return String.join("\n", jobs);
    }

    private static Envelope envelope() {
        return new Envelope(UUID.randomUUID(), "desk", null, "h", "h", "{}", "clerk", "en", null);
    }

    private static Machine machine(int number) {
        return new Machine(
                number,
                "M-" + number,
                "TCP",
                "127.0.0.1",
                9100,
                203,
                BigDecimal.TEN,
                BigDecimal.TEN,
                "STATUS",
                false,
                "READY");
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(LONG);
    }
}
