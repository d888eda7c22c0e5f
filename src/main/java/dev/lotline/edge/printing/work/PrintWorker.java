package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.link.Networks;
import dev.lotline.edge.printing.link.PrinterHealth;
import dev.lotline.edge.printing.link.PrinterLink;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.PrintQueue;
import dev.lotline.operations.printing.printers.Printer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for work and gives every printer that has some a thread of its own, so that one that hangs keeps nobody waiting.
 * Looks rather than listens: a notification would make every commit that asks for a label wait for every other.
 */
@Singleton
public final class PrintWorker {
    private static final Logger LOG = Logger.getLogger(PrintWorker.class);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int AFTER_THE_CHECKS = 4_000;
    private static final int MOST_THREADS = 64;
    private static final int MOST_REQUESTS = 100;
    private static final int RENEWED_EVERY_SECONDS = 10;

    private final PrintQueue queue;
    private final Drawing drawing;
    private final Networks networks;
    private final @Nullable Path folder;
    private final boolean enabled;
    private final long everyMillis;
    private final int fallBackMillis;
    private final Pace pace;
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(2, named("print-look"));
    private final ThreadPoolExecutor turns = new ThreadPoolExecutor(
            0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("print-turn"));
    private volatile boolean stopping;

    @Inject
    PrintWorker(
            PrintQueue queue,
            LabelTemplates templates,
            @ConfigProperty(name = "lotline.print.networks") List<String> networks,
            @ConfigProperty(name = "lotline.print.any-port") boolean anyPort,
            @ConfigProperty(name = "lotline.print.folder") Optional<Path> folder,
            @ConfigProperty(name = "lotline.print.enabled") boolean enabled,
            @ConfigProperty(name = "lotline.print.every") Duration every,
            @ConfigProperty(name = "lotline.print.fallback-after") Duration fallBack) {
        this(
                queue,
                templates,
                new Networks(networks, anyPort),
                folder.orElse(null),
                enabled,
                every,
                fallBack,
                Pace.USUAL);
    }

    PrintWorker(
            PrintQueue queue,
            LabelTemplates templates,
            Networks networks,
            @Nullable Path folder,
            boolean enabled,
            Duration every,
            Duration fallBack,
            Pace pace) {
        this.queue = queue;
        this.drawing = new Drawing(templates);
        this.networks = networks;
        this.folder = folder;
        this.enabled = enabled;
        this.everyMillis = every.toMillis();
        this.fallBackMillis = (int) fallBack.toMillis();
        this.pace = pace;
    }

    void start(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
        if (enabled) {
            looking.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
            looking.scheduleWithFixedDelay(this::keep, 0, RENEWED_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A label in flight is finished or becomes unknown; nothing new is begun. */
    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stopping = true;
        looking.shutdownNow();
        turns.shutdown();
        if (!turns.awaitTermination(5, TimeUnit.SECONDS)) {
            turns.shutdownNow();
        }
    }

    /** How it is, asked now, beside whatever else is said to it. */
    public Uni<PrinterHealth> ask(Printer printer) {
        return Uni.createFrom()
                .item(() -> {
                    String host = printer.host();
                    Integer port = printer.port();
                    InetSocketAddress address = host == null || port == null ? null : networks.allowed(host, port);
                    if (address == null) {
                        return PrinterHealth.UNREACHABLE;
                    }
                    try (PrinterLink link = new PrinterLink(address, pace.patience())) {
                        return link.ask().health();
                    }
                })
                .runSubscriptionOn(turns);
    }

    private void look() {
        try {
            for (int n = 0; n < MOST_REQUESTS && queue.takeRequest().await().atMost(LONGEST); n++) {
                // one transaction each
            }
            for (Machine printer : queue.hold().await().atMost(LONGEST)) {
                begin(printer);
            }
        } catch (RuntimeException e) {
            LOG.warnf("looking for labels to print: %s", e.toString());
        }
    }

    private void begin(Machine printer) {
        try {
            turns.execute(() -> turn(printer));
        } catch (RejectedExecutionException e) {
            // as many printers as there are threads are being talked to: this one is next
            letGo(printer, false);
        }
    }

    private void keep() {
        try {
            queue.renew().await().atMost(LONGEST);
            queue.sweep().await().atMost(LONGEST);
        } catch (RuntimeException e) {
            LOG.warnf("keeping printers: %s", e.toString());
        }
    }

    private void turn(Machine printer) {
        boolean quiet = false;
        try {
            quiet = printer.off() || served(printer);
        } catch (RuntimeException e) {
            LOG.warnf("printer %s: %s", printer.code(), e.toString());
        } finally {
            letGo(printer, quiet);
        }
    }

    private boolean served(Machine printer) {
        if (printer.link().equals("FILE")) {
            return new Folder(printer, queue, drawing, folder).fill();
        }
        InetSocketAddress address = networks.allowed(printer.host(), printer.port());
        if (address == null) {
            queue.health(printer, "UNREACHABLE").await().atMost(LONGEST);
            return false;
        }
        try (PrinterLink link = new PrinterLink(address, pace.patience())) {
            boolean all = new Turn(printer, link, queue, drawing, pace, () -> stopping).take();
            if (!all) {
                queue.fallBack(printer, fallBackMillis).await().atMost(LONGEST);
            }
            return all || !queue.isWaiting(printer).await().atMost(LONGEST);
        }
    }

    private void letGo(Machine printer, boolean quiet) {
        try {
            int spread = Math.floorMod(System.nanoTime() / 1_000, pace.spread());
            queue.letGo(printer, quiet ? pace.withoutWork() + spread : pace.withWork())
                    .await()
                    .atMost(LONGEST);
        } catch (RuntimeException e) {
            LOG.warnf("printer %s can't be let go: %s", printer.code(), e.toString());
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
