package dev.lotline.edge.printing.work;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import lotline.printer.VirtualPrinter;

/** One thing after the other goes wrong at a printer, for a fraction of a second each, always the same ones in a row. */
final class Trouble implements Runnable {
    private static final List<String> KINDS = List.of(
            "resetAfter",
            "closeAfter",
            "halfCloseAfter",
            "blackHole",
            "paperOut",
            "paperOut mute",
            "headOpen",
            "powerCycle",
            "refuse",
            "silent",
            "splitStatus",
            "doubleStatus",
            "garbageStatus",
            "oldFirmware",
            "readRate",
            "closeAfter printPartial");

    private final VirtualPrinter printer;
    private final Random random;
    private volatile boolean over;
    private int times;

    Trouble(VirtualPrinter printer, long seed) {
        this.printer = printer;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (!over) {
            for (String fault : KINDS.get(random.nextInt(KINDS.size())).split(" ")) {
                printer.faults().set(fault, value(fault));
            }
            times++;
            rest(20 + random.nextInt(200));
            printer.faults().clear();
            rest(20 + random.nextInt(150));
        }
        printer.faults().clear();
    }

    private int value(String fault) {
        return fault.endsWith("After") ? 1 + random.nextInt(700) : fault.equals("readRate") ? 2_000 : 1;
    }

    void end() {
        over = true;
    }

    int times() {
        return times;
    }

    private static void rest(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }
}
