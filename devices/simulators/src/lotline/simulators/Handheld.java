package lotline.simulators;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** One device and the hand that holds it: scans, hurries, loses the radio, queues offline, makes mistakes. */
final class Handheld implements Runnable {
    private static final int RECENT = 20;
    private static final int BURST = 50;

    final Foreman foreman;
    final House house;
    final Office office;
    final Random dice;
    final Ids ids = new Ids();
    private final Courier courier;
    private final Options options;
    private final Account account;
    private final List<Recording> recordings;
    private final Deque<ScanEvent> recent = new ArrayDeque<>();

    Handheld(String device, Foreman foreman, Shift.Floor floor, BufferedWriter spool) {
        this.foreman = foreman;
        options = floor.options();
        account = floor.account();
        house = floor.house();
        recordings = floor.recordings();
        dice = new Random(options.seed() * 31 + device.hashCode());
        office = new Office(floor.address(), account, floor.patience());
        courier = new Courier(floor.address(), device, account, floor.patience(), spool);
    }

    @Override
    public void run() {
        try (office;
                courier) {
            for (Job job = foreman.next(office, dice); job != null; job = foreman.next(office, dice)) {
                try {
                    job.work(this);
                } finally {
                    foreman.done();
                }
            }
        } catch (ShiftOver e) {
            account.wrong("a handheld still waited when time was up: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            account.wrong("a handheld stopped: " + e);
        }
    }

    /** True this often in a usual shift; {@code --mistakes} scales it. */
    boolean chance(double share) {
        return dice.nextDouble() < share * options.mistakes();
    }

    String oneOf(String... choices) {
        return choices[dice.nextInt(choices.length)];
    }

    /** A place that is locked, no place at all, or the dock instead of the shelf. */
    String wrongPlace() {
        int n = dice.nextInt(3);
        return n == 0 || house.closed().isEmpty() && n == 1
                ? house.dock(dice)
                : n == 1 ? house.closed().get(dice.nextInt(house.closed().size())) : "NO-SUCH-PLACE";
    }

    String document(Inbound order) {
        StringBuilder out = new StringBuilder("\"receivingOrder\":{\"owner\":");
        Json.quote(out, order.owner);
        out.append(",\"reference\":");
        Json.quote(out, order.reference);
        return out.append('}').toString();
    }

    /** {@code document} and {@code more} as JSON members; {@code goods} null = nothing is scanned. */
    ScanEvent event(String operation, String document, Goods goods, String mistake, long quantity, String more) {
        String id = ids.id();
        StringBuilder out = new StringBuilder(400);
        out.append("{\"id\":\"")
                .append(id)
                .append("\",\"seq\":")
                .append(ids.seq())
                .append(",\"at\":\"");
        out.append(ids.now()).append("\",\"operation\":\"");
        out.append(operation).append("\",\"warehouse\":");
        Json.quote(out, house.warehouse());
        append(out, document);
        if (goods != null) {
            append(out, label(operation, goods, mistake));
        }
        if (quantity > 0) {
            out.append(",\"quantity\":").append(quantity);
        }
        append(out, more);
        return new ScanEvent(id, operation, out.append('}').toString());
    }

    private String label(String operation, Goods goods, String mistake) {
        var values = goods.values(dice);
        Recording recording = Recording.pick(recordings, operation, mistake, values, dice);
        if (recording == null) {
            recording = Recording.pick(recordings, operation, "", values, dice);
        }
        if (recording == null) {
            throw new IllegalStateException("no recording of " + operation + " fits " + goods);
        }
        return recording.fill(values);
    }

    private static void append(StringBuilder out, String members) {
        if (!members.isEmpty()) {
            out.append(',').append(members);
        }
    }

    /** Takes back an event of this device; answers whether the server did. */
    boolean undo(ScanEvent event) throws IOException {
        ScanEvent undo = event("UNDO", "\"of\":\"" + event.id + "\"", null, "", 0, "");
        play(List.of(undo));
        return undo.booked();
    }

    /** Sends the events as a hand and a radio do; on return each has its answer. */
    void play(List<ScanEvent> events) throws IOException {
        if (events.size() > 1 && chance(0.12)) {
            offline(events);
        } else {
            online(events);
        }
        for (ScanEvent event : events) {
            recent.addLast(event);
            if (recent.size() > RECENT) {
                recent.removeFirst();
            }
        }
    }

    private void online(List<ScanEvent> events) throws IOException {
        List<ScanEvent> unknown = new ArrayList<>();
        for (ScanEvent event : events) {
            Patience.sleep(options.pace() * 1_000_000L);
            if (chance(0.02)) {
                courier.deliverTwice(event);
            } else if (chance(0.02)) {
                courier.loseAfterSending(event);
                unknown.add(event);
            } else {
                courier.deliver(List.of(event));
            }
        }
        if (!unknown.isEmpty()) {
            if (!recent.isEmpty()) {
                unknown.add(recent.peekLast());
            }
            Collections.shuffle(unknown, dice);
            courier.deliver(unknown);
        }
    }

    /** The queue that a handheld keeps while it has no radio, sent in one go; sometimes not in order, not only new. */
    private void offline(List<ScanEvent> events) throws IOException {
        Patience.sleep(options.pace() * 1_000_000L * events.size());
        List<ScanEvent> queue = new ArrayList<>(events);
        if (chance(0.25)) {
            int first = dice.nextInt(queue.size() - 1);
            Collections.swap(queue, first, first + 1);
        }
        if (chance(0.25) && !recent.isEmpty()) {
            queue.addAll(0, recent);
        }
        if (chance(0.10)) {
            queue.add(queue.get(0));
        }
        for (int from = 0; from < queue.size(); from += BURST) {
            courier.deliver(queue.subList(from, Math.min(queue.size(), from + BURST)));
        }
    }
}
