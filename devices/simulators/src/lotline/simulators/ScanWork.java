package lotline.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** One scan, one event per request; done when it was booked and is no replay. */
final class ScanWork implements Speed.Work {
    private static final byte[] FINE = "\"verdict\":\"OK\"".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NOT_REPLAYED = "\"replayed\":false".getBytes(StandardCharsets.ISO_8859_1);

    private final List<SpeedTemplate> templates;
    private final ThreadLocal<byte[]> scratch = ThreadLocal.withInitial(() -> new byte[4 << 10]);

    ScanWork(List<SpeedTemplate> templates) {
        this.templates = templates;
    }

    @Override
    public Reply once(Door door, String device, SplittableRandom dice, Ids ids) throws IOException {
        byte[] request = scratch.get();
        int length = templates.get(dice.nextInt(templates.size())).fill(request, device, ids);
        door.write(request, length);
        Reply reply = door.read();
        return reply.status() == 200 && reply.has(FINE) && reply.has(NOT_REPLAYED) ? null : reply;
    }
}
