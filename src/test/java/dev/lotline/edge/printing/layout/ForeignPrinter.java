package dev.lotline.edge.printing.layout;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Labels drawn by zpl-renderer-js, a child process that has never seen our code: one label, one picture. */
final class ForeignPrinter implements AutoCloseable {
    /** Where the profile has installed it. */
    private static final Path INSTALLED =
            Path.of(System.getProperty("oracle.installed", "target/oracle")).toAbsolutePath();

    private static final Map<Integer, Integer> DOTS_PER_MM = Map.of(203, 8, 300, 12, 600, 24);

    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    ForeignPrinter() throws IOException {
        process = new ProcessBuilder("node", "src/test/node/labels.mjs", INSTALLED.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    void print(Rendered label, Stock stock, int resolution, Path png) throws IOException {
        questions.write(json.writeValueAsString(Map.of(
                "zpl",
                label.zpl(),
                "width",
                stock.width(),
                "height",
                stock.height(),
                "dotsPerMm",
                DOTS_PER_MM.get(resolution),
                "png",
                png.toString())));
        questions.newLine();
        questions.flush();
        String answer = answers.readLine();
        if (!"ok".equals(answer)) {
            throw new IOException("zpl-renderer-js under " + INSTALLED + ": " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
