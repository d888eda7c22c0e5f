package lotline.simulators;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Brings the events of one handheld to the server until each has its answer, and checks every answer: in order, the
 * same verdict each time, {@code replayed} from the second time on. One thread.
 */
final class Courier implements AutoCloseable {
    private final Address address;
    private final String device;
    private final Door door;
    private final Door second;
    private final Account account;
    private final Patience patience;
    /** Acknowledged events for the check at the end; null = none is wanted. */
    private final BufferedWriter spool;

    Courier(Address address, String device, Account account, Patience patience, BufferedWriter spool) {
        this.address = address;
        this.device = "Lotline-Device: " + device + "\r\n";
        this.account = account;
        this.patience = patience;
        this.spool = spool;
        door = new Door(address, Door.USUAL_MILLIS);
        second = new Door(address, Door.USUAL_MILLIS);
    }

    /** One request, tried until it is answered. */
    void deliver(List<ScanEvent> batch) throws IOException {
        byte[] request = request(batch);
        for (int attempt = 0; ; attempt++) {
            if (attempt == 2) {
                account.retriedAgain.increment();
            }
            try {
                account.sent.add(batch.size());
                long start = System.nanoTime();
                Reply reply = door.exchange(request);
                if (reply.later()) {
                    account.waits.increment();
                    patience.pause(attempt, reply.retryAfterMillis(), "events");
                } else {
                    account.latencies.add(System.nanoTime() - start);
                    settle(batch, reply);
                    return;
                }
            } catch (IOException e) {
                account.lostConnections.increment();
                patience.pause(attempt, -1, "events: " + e.getMessage());
            }
        }
    }

    /** The trigger bounces: the same event on two connections at once. Exactly one of the two may be the first. */
    void deliverTwice(ScanEvent event) throws IOException {
        List<ScanEvent> batch = List.of(event);
        byte[] request = request(batch);
        boolean[] replayed = new boolean[2];
        int answers = 0;
        try {
            account.sent.add(2);
            door.write(request, request.length);
            second.write(request, request.length);
        } catch (IOException e) {
            door.close();
            second.close();
        }
        for (Door each : List.of(door, second)) {
            try {
                Reply reply = each.read();
                if (!reply.later()) {
                    replayed[answers] = settle(batch, reply);
                    answers++;
                }
            } catch (IOException e) {
                each.close();
                account.lostConnections.increment();
            }
        }
        if (answers == 2 && replayed[0] == replayed[1]) {
            account.wrong(event.id + " sent twice at once: replayed " + replayed[0] + " and " + replayed[1]);
        }
        if (!event.answered()) {
            deliver(batch);
        }
    }

    /** The radio breaks off after sending; nobody knows whether the server got it. */
    void loseAfterSending(ScanEvent event) {
        byte[] request = request(List.of(event));
        try {
            account.sent.increment();
            account.brokenOff.increment();
            door.write(request, request.length);
        } catch (IOException e) {
            account.lostConnections.increment();
        }
        door.close();
    }

    private byte[] request(List<ScanEvent> batch) {
        StringBuilder body = new StringBuilder(batch.size() * 300);
        char before = '[';
        for (ScanEvent event : batch) {
            body.append(before).append(event.json);
            before = ',';
        }
        return address.request("POST", "/floor/events", device, body.append(']').toString());
    }

    /** Reads one verdict per event; answers whether the last one was a replay. */
    private boolean settle(List<ScanEvent> batch, Reply reply) throws IOException {
        List<Object> verdicts = reply.status() == 200 ? Json.array(reply.json()) : List.of();
        if (verdicts.size() != batch.size()) {
            account.wrong(batch.size() + " events, first " + batch.get(0).json + " answered " + reply.status()
                    + " with " + verdicts.size() + " verdicts: " + reply.text());
            return false;
        }
        Collection<ScanEvent> fresh = new ArrayList<>();
        boolean replayed = false;
        for (int i = 0; i < batch.size(); i++) {
            ScanEvent event = batch.get(i);
            Map<String, Object> answer = Json.object(verdicts.get(i));
            replayed = Boolean.TRUE.equals(answer.get("replayed"));
            if (replayed) {
                account.replays.increment();
            }
            if (!event.id.equalsIgnoreCase(Json.string(answer.get("id")))) {
                account.wrong("event " + event.id + " got the answer of " + answer.get("id"));
            }
            if (event.answered()) {
                compare(event, answer, replayed);
            } else {
                event.verdict = String.valueOf(answer.get("verdict"));
                event.code = Json.string(answer.get("code"));
                event.reply = answer;
                fresh.add(event);
            }
        }
        if (!fresh.isEmpty()) {
            account.acknowledge(fresh);
            keep(fresh);
        }
        return replayed;
    }

    private void compare(ScanEvent event, Map<String, Object> answer, boolean replayed) {
        String verdict = answer.get("verdict") + " " + answer.get("code");
        // two copies that run at the same time may overtake each other: only the verdict must be the same
        if (!verdict.equals(event.verdict + " " + event.code)) {
            account.wrong(event.id + " " + event.operation + " was " + event.verdict + " " + event.code
                    + ", the next time " + verdict);
        } else if (!replayed && Boolean.TRUE.equals(event.reply.get("replayed"))) {
            event.reply = answer;
        } else if (!replayed) {
            account.wrong(event.id + " " + event.operation + " " + verdict + " was done twice");
        }
    }

    private void keep(Collection<ScanEvent> fresh) throws IOException {
        if (spool == null) {
            return;
        }
        for (ScanEvent event : fresh) {
            spool.write(
                    event.operation + '\t' + event.verdict + '\t' + event.code + '\t' + event.id + '\t' + event.json);
            spool.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        second.close();
        if (spool != null) {
            spool.flush();
        }
    }
}
