package dev.lotline.reliability.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code pg_receivewal} as the service that it is on another host: what is written on the server is there at once. */
public final class WalArchive implements AutoCloseable {
    private static final String SLOT = "lotline";
    private static final String UNFINISHED = ".partial";

    private final Process process;

    private WalArchive(Process process) {
        this.process = process;
    }

    public static WalArchive begin(Path folder, int port) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String server = "--dbname=host=127.0.0.1 port=" + port + " user=postgres";
        String program = PostgresServer.tool("pg_receivewal");
        Command.run(Map.of(), List.of(program, server, "--slot=" + SLOT, "--create-slot", "--if-not-exists"));
        return new WalArchive(Command.start(
                folder.resolveSibling("receivewal.log"),
                Map.of(),
                List.of(program, server, "--directory=" + folder, "--slot=" + SLOT, "--synchronous")));
    }

    /** The last piece is called unfinished, and is asked for by its whole name. */
    public static void complete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) {
                String name = file.getFileName().toString();
                Files.move(file, file.resolveSibling(name.substring(0, name.length() - UNFINISHED.length())));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
