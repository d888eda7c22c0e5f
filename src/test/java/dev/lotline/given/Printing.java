package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import lotline.printer.VirtualPrinter;

/** Printers without paper in a small warehouse, set up and used through the public doors. */
public final class Printing implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final double FAST = 50;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final World world;
    private final List<VirtualPrinter> printers = new ArrayList<>();

    public Printing(World world) {
        this.world = world;
    }

    /** A printer that is on the network, with labels of 101.6 × 152.4 mm. */
    public VirtualPrinter printer(String confirm) {
        return printer(confirm, FAST);
    }

    /** The same at so many labels a second. */
    public VirtualPrinter printer(String confirm, double labelsPerSecond) {
        String code = "P-" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT) + NEXT.incrementAndGet();
        try {
            VirtualPrinter printer = VirtualPrinter.start(code, 0, labelsPerSecond);
            printers.add(printer);
            put(printer, confirm, 203);
            return printer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(VirtualPrinter printer, String confirm, int dpi) {
        world.put(
                "/printers/" + printer.name(),
                Map.of(
                        "warehouse",
                        world.warehouse,
                        "host",
                        "127.0.0.1",
                        "port",
                        printer.port(),
                        "dpi",
                        dpi,
                        "width",
                        101.6,
                        "height",
                        152.4,
                        "confirm",
                        confirm));
    }

    /** Everything of the warehouse is printed by these, the first one first. */
    public void everythingTo(VirtualPrinter... inOrder) {
        String group = "G-" + UUID.randomUUID();
        List<String> codes = Arrays.stream(inOrder).map(VirtualPrinter::name).toList();
        world.put("/printer-groups/" + group, Map.of("warehouse", world.warehouse, "printers", codes));
        world.put("/warehouses/" + world.warehouse + "/print-rules", Map.of("rules", List.of(Map.of("group", group))));
    }

    /** Asks for one label; answers its job. */
    public String ask(String kind, Map<String, String> subject) {
        Response response = request(Map.of("warehouse", world.warehouse, "kind", kind, "subject", subject));
        assertEquals(202, response.statusCode(), response.asString());
        return response.jsonPath().getString("jobs[0].id");
    }

    public Response request(Map<String, ?> body) {
        return World.call().body(body).post("/api/v1/printing/requests");
    }

    public JsonPath job(String id) {
        return world.get("/printing/jobs/" + id);
    }

    public JsonPath jobs() {
        return world.get("/printing/jobs?warehouse=" + world.warehouse);
    }

    public Response decide(String job, String decision, Map<String, ?> body) {
        return World.call().body(body).post("/api/v1/printing/jobs/" + job + "/" + decision);
    }

    public Response label(String serial, String command, Map<String, ?> body) {
        return World.call().body(body).post("/api/v1/printing/labels/" + serial + "/" + command);
    }

    /** Waits until the job is in this state. */
    public JsonPath until(String job, String state) {
        await(state, () -> job(job).getString("state"));
        return job(job);
    }

    /** Waits until the printer says of itself what is expected. */
    public void untilHealth(VirtualPrinter printer, String health) {
        await(health, () -> world.get("/printers/" + printer.name()).getString("health"));
    }

    /** Waits, 20 seconds at most, until the answer is the one expected. */
    public static void await(Object expected, Supplier<?> answer) {
        long begun = System.nanoTime();
        Object last = answer.get();
        while (!expected.equals(last)) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                fail("expected " + expected + ", still " + last);
            }
            LockSupport.parkNanos(50_000_000);
            last = answer.get();
        }
    }

    @Override
    public void close() {
        // what is gone is not to be asked any more
        printers.forEach(printer -> World.call().post("/api/v1/printers/" + printer.name() + "/pause"));
        printers.forEach(VirtualPrinter::close);
    }
}
