package dev.lotline.edge.printing.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One printer over TCP: asks how it is, sends a label, asks again. Many printers take one connection only, so it is opened
 * for a burst and closed after it. For one thread.
 */
public final class PrinterLink implements AutoCloseable {
    /**
     * What is known after a question.
     *
     * @param status null unless it answered as a printer
     */
    public record Answer(PrinterHealth health, @Nullable HostStatus status) {}

    /** How long one waits for what. */
    public record Patience(int connectMillis, int replyMillis, int writeMillis) {
        public static final Patience USUAL = new Patience(2_000, 1_500, 10_000);
    }

    /**
     * What became of a label.
     *
     * @param bytes that may have reached the printer
     * @param trouble null if all of them went
     */
    public record Sent(int bytes, @Nullable String trouble) {}

    private static final byte[] STATUS = "~HS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ODOMETER =
            "! U1 getvar \"odometer.total_label_count\"\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern COUNT = Pattern.compile("\"(\\d{1,15})\"");
    private static final int TRIES = 2;

    private final InetSocketAddress address;
    private final Patience patience;
    private final StatusReader reader = new StatusReader();
    private @Nullable Wire wire;

    /** @param address resolved and allowed by {@link Networks} */
    public PrinterLink(InetSocketAddress address, Patience patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Connects where there is no connection, asks {@code ~HS} twice at most. Never fails: no answer is an answer. */
    public Answer ask() {
        Wire open;
        try {
            open = connected();
        } catch (IOException e) {
            return new Answer(PrinterHealth.UNREACHABLE, null);
        }
        try {
            for (int n = 0; n < TRIES; n++) {
                reader.forget();
                open.write(STATUS, patience.replyMillis(), gone -> {});
                HostStatus status = awaited(open);
                if (status != null) {
                    return new Answer(PrinterHealth.of(status), status);
                }
            }
            return new Answer(reader.saidRubbish() ? PrinterHealth.UNREADABLE : PrinterHealth.SILENT, null);
        } catch (IOException e) {
            close();
            return new Answer(reader.saidRubbish() ? PrinterHealth.UNREADABLE : PrinterHealth.UNREACHABLE, null);
        }
    }

    private @Nullable HostStatus awaited(Wire open) throws IOException {
        long asked = System.nanoTime();
        while (reader.status() == null) {
            long left = patience.replyMillis() - Wire.millisSince(asked);
            if (left <= 0) {
                return null;
            }
            open.listen(left);
        }
        return reader.status();
    }

    /**
     * Sends a label on the connection that {@link #ask} has opened. Never fails; says how much may have arrived.
     *
     * @param gone is told as bytes go
     */
    public Sent send(byte[] zpl, Consumer<Integer> gone) {
        Wire open;
        try {
            open = connected();
        } catch (IOException e) {
            return new Sent(0, "no connection");
        }
        try {
            open.write(zpl, patience.writeMillis(), gone);
            return new Sent(zpl.length, null);
        } catch (Wire.Unfinished e) {
            close();
            return new Sent(e.gone(), "the connection broke");
        }
    }

    /** Labels it has printed in its life; null if it does not say. Never in one write with a label. */
    public @Nullable Long odometer() {
        try {
            Wire open = connected();
            reader.forget();
            open.write(ODOMETER, patience.replyMillis(), gone -> {});
            long asked = System.nanoTime();
            while (Wire.millisSince(asked) < patience.replyMillis()) {
                Matcher count = COUNT.matcher(reader.text());
                if (count.find()) {
                    return Long.valueOf(count.group(1));
                }
                if (reader.text().contains("\"?\"")) {
                    return null;
                }
                open.listen(patience.replyMillis() - Wire.millisSince(asked));
            }
            return null;
        } catch (IOException e) {
            close();
            return null;
        }
    }

    /** False once the connection on which a label went has been lost: what the printer held may be lost with it. */
    public boolean isOpen() {
        return wire != null;
    }

    private Wire connected() throws IOException {
        if (wire == null) {
            reader.forget();
            wire = Wire.open(address, patience.connectMillis(), reader::read);
        }
        return wire;
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }
}
