package lotline.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection: bytes in, labels to the engine, status out. */
final class Conversation implements Runnable {
    private static final int MOST_PENDING = 256 * 1024;

    private final Socket socket;
    private final Faults faults;
    private final Engine engine;
    private final StringBuilder pending = new StringBuilder();
    private long taken;

    Conversation(Socket socket, Faults faults, Engine engine) {
        this.socket = socket;
        this.faults = faults;
        this.engine = engine;
    }

    @Override
    public void run() {
        try (socket) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4_096];
            while (true) {
                if (faults.is("blackHole") || engine.isFull()) {
                    pause(50);
                    continue;
                }
                int read = in.read(buffer, 0, most(buffer.length));
                if (read < 0) {
                    return;
                }
                taken += read;
                if (pending.length() < MOST_PENDING) {
                    pending.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
                if (cut()) {
                    return;
                }
                work();
                slow(read);
            }
        } catch (IOException e) {
            // the other side has gone, or a fault has cut the connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Never past the byte behind which the connection is to be cut. */
    private int most(int length) {
        int most = faults.is("readRate") ? Math.max(1, Math.min(length, faults.number("readRate") / 10)) : length;
        for (String cut : new String[] {"closeAfter", "resetAfter", "halfCloseAfter"}) {
            if (faults.is(cut) && pending.indexOf("^XA") >= 0) {
                most = (int) Math.max(1, Math.min(most, faults.number(cut) - taken));
            }
        }
        return most;
    }

    private void slow(int read) throws InterruptedException {
        if (faults.is("readRate")) {
            pause(Math.max(1, 1_000L * read / faults.number("readRate")));
        }
    }

    /** True if the connection is over; what was received of a label is printed only if the fault says so. */
    private boolean cut() throws IOException {
        if (pending.indexOf("^XA") < 0) {
            return false;
        }
        boolean close = faults.is("closeAfter") && taken >= faults.number("closeAfter");
        boolean reset = faults.is("resetAfter") && taken >= faults.number("resetAfter");
        if (faults.is("halfCloseAfter") && taken >= faults.number("halfCloseAfter")) {
            socket.shutdownOutput();
        }
        if (!close && !reset) {
            return false;
        }
        if (faults.is("printPartial")) {
            engine.take(pending.toString());
        }
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        return true;
    }

    private void work() throws IOException, InterruptedException {
        while (true) {
            String text = pending.toString().stripLeading();
            int end = text.indexOf("^XZ");
            if (text.startsWith("~HS") && !faults.is("changedPrefix")) {
                consume(text, 3);
                status();
            } else if (text.startsWith("~HI")) {
                consume(text, 3);
                say("\u0002ZD421-203dpi,V93.21.26Z,8,8176KB\u0003\r\n");
            } else if (text.startsWith("~JA")) {
                consume(text, 3);
                engine.cancelAll();
            } else if (text.startsWith("! U1 getvar \"") && text.indexOf('\n') >= 0) {
                String name = text.substring(13, text.indexOf('"', 13));
                consume(text, text.indexOf('\n') + 1);
                say(name.equals("odometer.total_label_count") ? "\"" + engine.odometer() + "\"" : "\"?\"");
            } else if (text.startsWith("^XA") && end >= 0) {
                consume(text, end + 3);
                engine.take(text.substring(0, end + 3));
            } else if (!text.isEmpty() && "~^!".indexOf(text.charAt(0)) < 0 || text.startsWith("~HS")) {
                consume(text, 1);
            } else {
                return;
            }
        }
    }

    private void consume(String text, int length) {
        pending.setLength(0);
        pending.append(text, length, text.length());
    }

    private void status() throws IOException, InterruptedException {
        boolean muted = faults.is("mute") && faults.stops();
        if (faults.is("silent") || muted) {
            return;
        }
        if (faults.is("slowStatus")) {
            pause(faults.number("slowStatus"));
        }
        if (faults.is("garbageStatus")) {
            say("HTTP/1.1 400 Bad Request\r\n\r\n<html>");
            return;
        }
        String frames = frames();
        if (faults.is("doubleStatus")) {
            frames = frames + "PQ JOB COMPLETED\r\n" + frames;
        }
        if (faults.is("splitStatus")) {
            for (char c : frames.toCharArray()) {
                say(String.valueOf(c));
            }
        } else {
            say(frames);
        }
    }

    private String frames() {
        String first = String.format(
                Locale.ROOT,
                "030,%d,%d,1245,%03d,%d,0,0,000,0,0,%d",
                bit("paperOut"),
                bit("pause"),
                engine.formats(),
                bit("bufferFull"),
                bit("overTemp"));
        String second = String.format(
                Locale.ROOT, "000,0,%d,%d,1,2,4,0,%08d,1,000", bit("headOpen"), bit("ribbonOut"), engine.printing());
        if (faults.is("oldFirmware")) {
            first = first.substring(0, first.lastIndexOf(','));
            second = second.substring(0, second.lastIndexOf(",1,000"));
        }
        return "\u0002" + first + "\u0003\r\n\u0002" + second + "\u0003\r\n\u00021234,0\u0003\r\n";
    }

    private int bit(String fault) {
        return faults.is(fault) ? 1 : 0;
    }

    private void say(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private synchronized void pause(long millis) throws InterruptedException {
        wait(Math.max(1, millis));
    }
}
