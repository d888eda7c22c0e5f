package dev.lotline.gs1.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Jazzer looks for a text that makes a reader of ours throw, take long, or read its own canonical text otherwise: for a minute at
 * every build, {@code -Dfuzz.runs=} inputs in the profile {@code fuzz}. It runs in a JVM of its own, since it changes
 * classes; what it learns is kept in {@code target/fuzz}.
 */
class ScanFuzzTest {

    private static final Path FOLDER = Path.of("target", "fuzz");

    @Test
    void no_input_that_is_looked_for_makes_a_reader_fail() throws IOException, InterruptedException {
        assumeTrue(runsHere(), "JAZZER DOES NOT RUN HERE: no driver for " + System.getProperty("os.arch"));
        Path corpus = Files.createDirectories(FOLDER.resolve("corpus"));
        Path log = FOLDER.resolve("log.txt");
        Process process = new ProcessBuilder(command(corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        assertEquals(0, exit, last);
        lines.stream()
                .filter(line -> line.startsWith("Done ") || line.startsWith("stat::"))
                .forEach(line -> System.out.println("Jazzer: " + line));
    }

    private static List<String> command(Path corpus) {
        long runs = Long.getLong("fuzz.runs", 0L);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ScanFuzz.class.getName(),
                "--instrumentation_includes=dev.lotline.gs1.**",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/",
                "-dict=src/test/resources/gs1/fuzz.dict",
                "-max_len=8192",
                "-timeout=60",
                "-seed=26",
                "-print_final_stats=1"));
        command.add(runs > 0 ? "-runs=" + runs : "-max_total_time=" + Long.getLong("fuzz.seconds", 60L));
        command.add(corpus.toString());
        return command;
    }

    /** Our classes and Jazzer: it looks through everything that it is given, and readers of scan text need nothing else. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("jazzer") || Files.isDirectory(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean runsHere() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        return intel || (system.startsWith("mac") && processor.equals("aarch64"));
    }
}
