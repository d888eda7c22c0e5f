package lotline.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * An order of three lines is accepted and released: two requests. Done when each line has a pick task. The goods are those
 * of {@code src/bench/orders/setup.sql}.
 */
final class OrderWork implements Speed.Work {
    static final String OWNER = "ORDERS";
    private static final String WAREHOUSE = "ORDERS-W1";
    private static final int LINES = 3;
    private static final byte[] TASK = "\"task\":".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] SHORT = "\"shorts\":[{".getBytes(StandardCharsets.ISO_8859_1);

    private final Address address;
    private final int items;

    OrderWork(Address address, int items) {
        this.address = address;
        this.items = items;
    }

    static String sku(int n) {
        return String.format("ORD-%04d", n);
    }

    @Override
    public Reply once(Door door, String device, SplittableRandom dice, Ids ids) throws IOException {
        String reference = ids.id();
        // three neighbours: no item twice
        int first = dice.nextInt(items);
        StringBuilder body = new StringBuilder(256)
                .append("{\"reference\":\"")
                .append(reference)
                .append("\",\"owner\":\"" + OWNER + "\",\"warehouse\":\"" + WAREHOUSE + "\",\"lines\":[");
        for (int n = 0; n < LINES; n++) {
            body.append(n == 0 ? "" : ",")
                    .append("{\"sku\":\"")
                    .append(sku((first + n) % items))
                    .append("\",\"quantity\":1}");
        }
        Reply accepted =
                door.exchange(post("/api/v1/orders", ids, body.append("]}").toString()));
        if (accepted.status() != 201) {
            return accepted;
        }
        Reply released = door.exchange(post("/api/v1/orders/" + OWNER + "/" + reference + "/release", ids, "{}"));
        return released.status() == 200 && released.count(TASK) == LINES && !released.has(SHORT) ? null : released;
    }

    private byte[] post(String path, Ids ids, String body) {
        return address.request("POST", path, "Idempotency-Key: " + ids.id() + "\r\n", body);
    }
}
