package lotline.printer;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The printer: a port to print to, and what came out. */
public final class VirtualPrinter implements AutoCloseable {
    private static final int WAITING = 4;
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;
    private static final int MOST_TRIES = 50;

    private final String name;
    private final InetAddress host;
    private final Faults faults = new Faults();
    private final Engine engine;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Thread printing;
    private final Thread listening;
    private volatile ServerSocket door;
    private volatile boolean closed;
    private int port;

    private VirtualPrinter(String name, InetAddress host, int port, double labelsPerSecond) throws IOException {
        this.name = name;
        this.host = host;
        this.engine = new Engine(faults, labelsPerSecond);
        this.door = bind(port);
        this.port = door.getLocalPort();
        this.printing = thread(engine, "print");
        this.listening = thread(this::listen, "listen");
    }

    /**
     * @param port 0 = any
     * @param labelsPerSecond a real one makes about four of 57 × 32 mm
     */
    public static VirtualPrinter start(String name, int port, double labelsPerSecond) throws IOException {
        return new VirtualPrinter(name, InetAddress.getLoopbackAddress(), port, labelsPerSecond);
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public Faults faults() {
        return faults;
    }

    /** All that came out, oldest first. */
    public List<Printed> labels() {
        return engine.printed();
    }

    public long odometer() {
        return engine.odometer();
    }

    /** Labels received and not yet printed. */
    public int waiting() {
        return engine.formats() + engine.printing();
    }

    /** Pulls the plug and puts it back. */
    public void powerCycle() throws IOException {
        engine.powerCycle();
        hangUp();
    }

    /** As new. */
    public void reset() throws IOException {
        faults.clear();
        engine.reset();
        hangUp();
    }

    private void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private ServerSocket bind(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        if (wanted != 0) {
            socket.bind(new InetSocketAddress(host, wanted), WAITING);
        } else {
            bindBelowEphemeral(socket);
        }
        socket.setSoTimeout(50);
        return socket;
    }

    /** Below what systems hand out by themselves, so that no outgoing connection has the port when it is wanted again. */
    private void bindBelowEphemeral(ServerSocket socket) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                socket.bind(
                        new InetSocketAddress(host, ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT)),
                        WAITING);
                return;
            } catch (BindException taken) {
                if (tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    private void listen() {
        while (!closed) {
            try {
                if (faults.is("powerCycle")) {
                    faults.off("powerCycle");
                    powerCycle();
                }
                if (faults.is("refuse")) {
                    door.close();
                    // whoever slipped in while the door was closing
                    hangUp();
                    idle();
                } else if (door.isClosed()) {
                    door = bind(port);
                } else {
                    serve(door.accept());
                }
            } catch (IOException e) {
                // nobody came, or the door is shut
            }
        }
    }

    private synchronized void idle() {
        try {
            wait(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        sockets.add(socket);
        Conversation conversation = new Conversation(socket, faults, engine);
        thread(
                () -> {
                    conversation.run();
                    sockets.remove(socket);
                },
                "talk");
    }

    private Thread thread(Runnable work, String what) {
        Thread thread = new Thread(work, name + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        closed = true;
        printing.interrupt();
        listening.interrupt();
        try {
            door.close();
            hangUp();
        } catch (IOException e) {
            // it is going away anyhow
        }
    }
}
