package dev.lotline.reliability.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A program run to its end, or started; what it says goes to a file or into the message when it fails. */
public final class Command {
    private Command() {}

    /** What it said on its output. */
    public static String run(Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }

    static Process start(Path log, Map<String, String> environment, List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** PostgreSQL refuses to run as root; in a name space of its own it is nobody, and the files are its own all the same. */
    static List<String> notRoot(List<String> words) {
        List<String> all = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(words);
        return all;
    }

    /** Something that is looked at until it is so. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    public static void until(int seconds, String otherwise, Condition condition) throws Exception {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > seconds * 1_000_000_000L) {
                throw new IllegalStateException("after " + seconds + " s: " + otherwise);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
