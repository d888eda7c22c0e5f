package dev.lotline.gs1.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The encoder bwip-js as a child process: one question, one answer. */
public final class Bwip implements AutoCloseable {

    /** Where the profile has installed it. */
    private static final Path INSTALLED = Path.of("target/oracle").toAbsolutePath();

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final ObjectMapper json = new ObjectMapper();

    public Bwip() throws IOException {
        process = new ProcessBuilder("node", "src/test/node/oracle.mjs", INSTALLED.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** {@code ok}, or what it has against the text. */
    public String verdict(String symbology, String text) throws IOException {
        ask(symbology, text, Map.of());
        return answer();
    }

    /** Puts a question whose answer is fetched later, so that both sides work at once. */
    public void ask(String symbology, String text, Map<String, Object> more) throws IOException {
        Map<String, Object> question = new LinkedHashMap<>(more);
        question.put("bcid", symbology);
        question.put("text", text);
        questions.write(json.writeValueAsString(question));
        questions.newLine();
        questions.flush();
    }

    public String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("node has ended: is bwip-js under " + INSTALLED + "?");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
