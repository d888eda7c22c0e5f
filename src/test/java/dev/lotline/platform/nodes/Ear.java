package dev.lotline.platform.nodes;

import dev.lotline.given.EmbeddedPostgresResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A handheld that listens through the balancer and comes back a second after its stream has ended, as a browser does. */
final class Ear implements AutoCloseable {
    private static final long COME_BACK_NANOS = 1_000_000_000;

    private final String device;
    private final String warehouse;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::listen, "ear");
    private volatile boolean closed;
    private volatile boolean open;
    private volatile int opened;

    Ear(String device, String warehouse) {
        this.device = device;
        this.warehouse = warehouse;
        thread.setDaemon(true);
        thread.start();
    }

    boolean isOpen() {
        return open;
    }

    int opened() {
        return opened;
    }

    /** Whether an interrupt that names this has come. */
    boolean heard(String name) {
        return heard.stream().anyMatch(line -> line.contains('"' + name + '"'));
    }

    private void listen() {
        while (!closed) {
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(Cluster.url()).getPort())) {
                socket.setSoTimeout(40_000);
                String request = "GET /floor/stream?warehouse=" + warehouse + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + EmbeddedPostgresResource.ADMIN_TOKEN + "\r\nLotline-Device: "
                        + device + "\r\nAccept: text/event-stream\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                read(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            } catch (IOException cut) {
                // as one that ended
            }
            open = false;
            LockSupport.parkNanos(COME_BACK_NANOS);
        }
    }

    private void read(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null && !line.equals("0") && !closed; line = lines.readLine()) {
            if (line.startsWith(":") && !open) {
                open = true;
                opened++;
            } else if (line.startsWith("data:")) {
                heard.add(line);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
