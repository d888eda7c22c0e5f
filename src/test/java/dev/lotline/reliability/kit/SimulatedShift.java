package dev.lotline.reliability.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code devices/simulators/shift} as a process; every acknowledgement is in its account before the handheld goes on. */
public final class SimulatedShift implements AutoCloseable {
    private static final int AFTER_THE_END_MINUTES = 4;

    private final Process process;
    private final Path account;
    private final Path log;
    private final int minutes;

    private SimulatedShift(Process process, Path account, Path log, int minutes) {
        this.process = process;
        this.account = account;
        this.log = log;
        this.minutes = minutes;
    }

    /** With mistakes as on any other day, and everything asked once more at its end. */
    public static SimulatedShift begin(Path folder, String name, String url, int handhelds, int minutes)
            throws IOException {
        Path account = folder.resolve(name + ".account");
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of("devices/simulators/shift", "--furnish", "--verify"));
        command.addAll(List.of("--url", url, "--token", Application.TOKEN));
        command.addAll(List.of("--handhelds", String.valueOf(handhelds), "--minutes", String.valueOf(minutes)));
        command.addAll(List.of("--seed", String.valueOf(name.hashCode()), "--account", account.toString()));
        return new SimulatedShift(Command.start(log, Map.of(), command), account, log, minutes);
    }

    /** In bytes: it grows with every acknowledgement. */
    public long acknowledged() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the shift has ended: " + Files.readString(log));
        }
        return Files.exists(account) ? Files.size(account) : 0;
    }

    /** The ids that were acknowledged, as far as their lines are whole. */
    public List<String> ids() throws IOException {
        return Files.exists(account)
                ? Files.readAllLines(account).stream()
                        .filter(line -> line.split(" ").length == 3)
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList()
                : List.of();
    }

    /** What it says at the end; it fails unless every acknowledged event was known, and none was done twice. */
    public String end() throws IOException, InterruptedException {
        boolean ended = process.waitFor(minutes + AFTER_THE_END_MINUTES, TimeUnit.MINUTES);
        String said = Files.readString(log);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException("the shift does not hold: " + said);
        }
        return said;
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
