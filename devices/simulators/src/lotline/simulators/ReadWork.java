package lotline.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** The lot breakdown of an item of {@code src/bench/orders/setup.sql} is read: 50 lots, every figure. */
final class ReadWork implements Speed.Work {
    private static final byte[] LOT = "\"lotNumber\":".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[][] requests;

    ReadWork(Address address, int items) {
        requests = new byte[items][];
        for (int n = 0; n < items; n++) {
            String path = "/api/v1/owners/" + OrderWork.OWNER + "/items/" + OrderWork.sku(n) + "/inventory";
            requests[n] = address.request("GET", path, "", null);
        }
    }

    @Override
    public Reply once(Door door, String device, SplittableRandom dice, Ids ids) throws IOException {
        Reply reply = door.exchange(requests[dice.nextInt(requests.length)]);
        return reply.status() == 200 && reply.has(LOT) ? null : reply;
    }
}
