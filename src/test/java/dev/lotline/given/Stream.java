package dev.lotline.given;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** A handheld that listens to {@code /floor/stream}, or a page that is open, over a socket of its own that can be cut. */
public final class Stream implements AutoCloseable {
    private static final int MOST_LINES = 10_000;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES);

    private Stream(Socket socket) {
        this.socket = socket;
    }

    /** Answers when the stream is open: the first comment has come. */
    public static Stream open(String token, String device, String warehouse) throws IOException, InterruptedException {
        return of(
                "/floor/stream?warehouse=" + warehouse,
                "Authorization: Bearer " + token + "\r\nLotline-Device: " + device,
                ":");
    }

    /** Of any address that streams; answers when a line has come that begins like this. */
    static Stream of(String address, String headers, String beginning) throws IOException, InterruptedException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Stream stream = new Stream(socket);
        String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Thread reader = new Thread(stream::read, "stream");
        reader.setDaemon(true);
        reader.start();
        stream.await(beginning, Duration.ofMillis(PATIENCE_MILLIS));
        return stream;
    }

    /** The next line that begins like this, or null when none came in time. */
    public String next(String beginning, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.startsWith(beginning)) {
                return line;
            }
        }
    }

    private void await(String beginning, Duration patience) throws InterruptedException {
        String line = next(beginning, patience);
        if (line == null) {
            throw new IllegalStateException("no stream was opened: nothing beginning with " + beginning);
        }
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException cut) {
            lines.add("cut: " + cut.getMessage());
        }
        lines.add("end");
    }

    /** Hangs up at once with a reset instead of a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
