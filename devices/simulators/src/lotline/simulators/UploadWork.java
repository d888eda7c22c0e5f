package lotline.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** What a handheld kept while it was out of reach: many scans in one request. Done when each of them was booked. */
final class UploadWork implements Speed.Work {
    static final int EVENTS = 500;
    private static final byte[] FINE = "\"verdict\":\"OK\"".getBytes(StandardCharsets.ISO_8859_1);

    private final Address address;
    private final List<SpeedTemplate> templates;

    UploadWork(Address address, List<SpeedTemplate> templates) {
        this.address = address;
        this.templates = templates;
    }

    @Override
    public int size() {
        return EVENTS;
    }

    @Override
    public Reply once(Door door, String device, SplittableRandom dice, Ids ids) throws IOException {
        StringBuilder body = new StringBuilder(EVENTS * 512);
        for (int n = 0; n < EVENTS; n++) {
            body.append(n == 0 ? '[' : ',')
                    .append(templates.get(dice.nextInt(templates.size())).event(ids));
        }
        String head = "Lotline-Device: " + device + "\r\n";
        Reply reply = door.exchange(
                address.request("POST", "/floor/events", head, body.append(']').toString()));
        return reply.status() == 200 && reply.count(FINE) == EVENTS ? null : reply;
    }
}
