package dev.lotline.edge.printing.demo;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.PrintRules.Rule;
import dev.lotline.operations.printing.printers.PrinterSpec;
import dev.lotline.operations.printing.printers.Printers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lotline.printer.VirtualPrinter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Two printers on the loopback for the demo warehouse: one at the docks, one at the packing tables, each stands in for the
 * other. They are what the tests print to.
 */
@Singleton
final class DemoPrinters {
    private static final Logger LOG = Logger.getLogger(DemoPrinters.class);
    /** Behind the loading of the demo warehouse, in front of those who print. */
    private static final int BEHIND_THE_WAREHOUSE = 3_500;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String WAREHOUSE = "MAIN";
    private static final String DOCK = "P-DOCK";
    private static final String PACK = "P-PACK";
    private static final double LABELS_PER_SECOND = 4;
    private static final Actor DEMO = new Actor("demo", Role.ADMIN, Set.of(), Scope.ALL, "demo");

    private final boolean wanted;
    private final Printers printers;
    private final List<VirtualPrinter> running = new ArrayList<>();

    DemoPrinters(@ConfigProperty(name = "lotline.demo") boolean wanted, Printers printers) {
        this.wanted = wanted;
        this.printers = printers;
    }

    void start(@Observes @Priority(BEHIND_THE_WAREHOUSE) StartupEvent start) {
        if (!wanted) {
            return;
        }
        try {
            connect(DOCK);
            connect(PACK);
            group("DOCK", List.of(DOCK, PACK));
            group("PACK", List.of(PACK, DOCK));
            printers.putRules(WAREHOUSE, List.of(rule("PALLET", "PACK"), rule("LPN", "PACK"), rule(null, "DOCK")), DEMO)
                    .await()
                    .atMost(LONGEST);
        } catch (Refusal refusal) {
            // a house of its own, not the demo's
            LOG.infof("no demo printers: %s", refusal.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent end) {
        running.forEach(VirtualPrinter::close);
    }

    /** In the order they were started; empty where there is no demo. */
    List<VirtualPrinter> running() {
        return List.copyOf(running);
    }

    private void connect(String code) {
        try {
            VirtualPrinter printer = VirtualPrinter.start(code, 0, LABELS_PER_SECOND);
            running.add(printer);
            PrinterSpec spec = new PrinterSpec(
                    WAREHOUSE,
                    "TCP",
                    "127.0.0.1",
                    printer.port(),
                    null,
                    203,
                    new BigDecimal("101.6"),
                    new BigDecimal("152.4"),
                    "4 × 6 inch",
                    "en",
                    "STATUS",
                    true);
            printers.put(code, spec, DEMO).await().atMost(LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException("a demo printer finds no port", e);
        }
    }

    private void group(String code, List<String> members) {
        printers.putGroup(code, WAREHOUSE, members, DEMO).await().atMost(LONGEST);
    }

    private static Rule rule(@Nullable String kind, String group) {
        return new Rule(kind, null, null, null, null, group);
    }
}
