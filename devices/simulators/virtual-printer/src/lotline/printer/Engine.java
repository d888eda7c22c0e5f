package lotline.printer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What is inside: labels that wait, the print head, the counter of all labels. */
final class Engine implements Runnable {
    private static final int FLUSHED_EVERY = 5;
    private static final int MOST_KEPT = 20_000;
    private static final int BUFFER = 64;

    private final Faults faults;
    private final double labelsPerSecond;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<Printed> printed = new ArrayList<>();
    private int numbers;
    private int printing;
    private long odometer;
    private long flushed;
    private boolean interrupted;

    Engine(Faults faults, double labelsPerSecond) {
        this.faults = faults;
        this.labelsPerSecond = labelsPerSecond;
    }

    synchronized void take(String zpl) {
        waiting.add(zpl);
        notifyAll();
    }

    synchronized void cancelAll() {
        waiting.clear();
    }

    synchronized boolean isFull() {
        return waiting.size() >= BUFFER || faults.is("bufferFull");
    }

    synchronized int formats() {
        return waiting.size();
    }

    synchronized int printing() {
        return printing;
    }

    synchronized long odometer() {
        return odometer;
    }

    synchronized List<Printed> printed() {
        return List.copyOf(printed);
    }

    /** As when the plug is pulled: what waited is gone, and what the counter had not yet written down. */
    synchronized void powerCycle() {
        waiting.clear();
        printing = 0;
        odometer = flushed;
        interrupted = false;
    }

    synchronized void reset() {
        powerCycle();
        printed.clear();
        odometer = 0;
        flushed = 0;
    }

    synchronized void wake() {
        notifyAll();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String zpl = next();
                move();
                done(zpl);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String next() throws InterruptedException {
        while (waiting.isEmpty() || faults.stops()) {
            interrupted |= faults.stops() && !waiting.isEmpty();
            wait(50);
        }
        printing = 1;
        return waiting.poll();
    }

    private synchronized void move() throws InterruptedException {
        long until = System.nanoTime() + (long) (1e9 / labelsPerSecond);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }

    private synchronized void done(String zpl) {
        if (printing == 0) {
            // the plug was pulled
            return;
        }
        printing = 0;
        boolean again = faults.is("printTwice") || (interrupted && faults.is("reprintAfterMediaOut"));
        interrupted = false;
        for (int copies = faults.is("printNone") ? 0 : again ? 2 : 1; copies > 0; copies--) {
            printed.add(new Printed(++numbers, zpl, System.currentTimeMillis()));
            if (printed.size() > MOST_KEPT) {
                printed.remove(0);
            }
        }
        odometer++;
        flushed = odometer - odometer % FLUSHED_EVERY;
    }
}
