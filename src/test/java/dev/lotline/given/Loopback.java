package dev.lotline.given;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/** Servers of the tests: at loopback alone, below the ports that the system gives to those who call. */
public final class Loopback {
    private static final int FIRST_PORT = 18_600;
    private static final int PORTS = 100;

    private Loopback() {}

    /** Not started yet. */
    public static HttpServer server() throws IOException {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try {
                return HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            } catch (BindException taken) {
                continue;
            }
        }
        throw new BindException("all ports from " + FIRST_PORT + " are taken");
    }
}
