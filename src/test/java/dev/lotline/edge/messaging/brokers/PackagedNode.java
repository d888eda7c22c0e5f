package dev.lotline.edge.messaging.brokers;

import dev.lotline.given.PrintHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged application as a process of its own. */
final class PackagedNode implements AutoCloseable {
    private final Path log;
    private final Process process;

    /** @param heap in MB */
    PackagedNode(Path log, int port, int heap, PrintHouse house, Map<String, String> settings) throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.profile=test",
                "-Dlotline.bus.lease=2s"));
        house.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String endOfLog() throws IOException {
        String all = Files.readString(log);
        return all.substring(Math.max(0, all.length() - 6_000));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
