package lotline.simulators;

import java.nio.charset.StandardCharsets;

/** One whole request as bytes, with fixed places for device, id, sequence and clock. */
final class SpeedTemplate {
    private static final String DEVICE = "FAST-000";
    private static final String ID = "00000000-0000-7000-8000-000000000000";
    private static final String SEQ = "1000000000000000";
    private static final String AT = "2000-01-01T00:00:00.000+00:00";

    private final byte[] request;
    private final String event;
    private final int device;
    private final int id;
    private final int seq;
    private final int at;

    /** {@code rest} = the members of the event behind the common ones. */
    SpeedTemplate(Address address, String operation, String warehouse, String rest) {
        event = "{\"id\":\"" + ID + "\",\"seq\":" + SEQ + ",\"at\":\"" + AT + "\",\"operation\":\"" + operation
                + "\",\"warehouse\":\"" + warehouse + "\"," + rest + "}";
        request = address.request("POST", "/floor/events", "Lotline-Device: " + DEVICE + "\r\n", "[" + event + "]");
        String text = new String(request, StandardCharsets.ISO_8859_1);
        device = text.indexOf(DEVICE);
        id = text.indexOf(ID);
        seq = text.indexOf(SEQ, id + ID.length());
        at = text.indexOf(AT, seq);
    }

    /** A fresh event, for a request with many. */
    String event(Ids ids) {
        return event.replace(ID, ids.id())
                .replace(SEQ, Long.toString(ids.seq()))
                .replace(AT, ids.now());
    }

    /** Writes the request of a fresh event; answers its length. */
    @SuppressWarnings("deprecation") // the one way to copy ASCII without an allocation
    int fill(byte[] out, String name, Ids ids) {
        System.arraycopy(request, 0, out, 0, request.length);
        name.getBytes(0, DEVICE.length(), out, device);
        ids.id(out, id);
        long number = ids.seq();
        for (int i = SEQ.length() - 1; i >= 0; i--) {
            out[seq + i] = (byte) ('0' + number % 10);
            number /= 10;
        }
        System.arraycopy(ids.at(), 0, out, at, AT.length());
        return request.length;
    }
}
