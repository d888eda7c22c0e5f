package dev.lotline.reliability.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One address for whoever is the primary, as a balancer or a virtual address is: it is handed over, connections are cut. */
public final class Address implements AutoCloseable {
    private static final int BACKLOG = 100;
    private static final int PIECE = 16 * 1_024;

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    public Address(int port, int target) throws IOException {
        this.door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.target = target;
        thread(this::take);
    }

    /** From now on new connections go to {@code newTarget}; those that are open are cut. */
    public void handOver(int newTarget) throws IOException {
        target = newTarget;
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                thread(() -> join(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void join(Socket client) {
        open.add(client);
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread back = thread(() -> copy(server, client));
            copy(client, server);
            back.join();
            open.remove(server);
        } catch (IOException e) {
            // nobody there: the client sees its connection closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** Ends with either side, and takes the other along. */
    private static void copy(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // cut
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "address");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        door.close();
        handOver(target);
    }
}
