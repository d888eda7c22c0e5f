package lotline.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded label: the part of an event that says what was scanned, with placeholders for the goods at hand.
 *
 * @param mistake what is wrong with it, "" = nothing
 * @param operations where it was recorded
 * @param goods JSON members of the event, such as {@code "barcode":{…}}
 * @param needs its placeholders: a label without lot can't be filled for a lot without number, and so on
 */
record Recording(String name, String mistake, Set<String> operations, int weight, String goods, Set<String> needs) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9]+)}");
    private static final int MAX_LINES = 10_000;

    /** All lines of all {@code *.jsonl} files; a wrong line is told with file and number. */
    static List<Recording> load(Path folder) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jsonl")) {
            found.forEach(files::add);
        }
        files.sort(null);
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).isBlank()) {
                    continue;
                }
                try {
                    recordings.add(of(Json.object(Json.read(lines.get(i)))));
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + " line " + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        if (recordings.isEmpty() || recordings.size() > MAX_LINES) {
            throw new IOException(
                    folder + " has " + recordings.size() + " recordings; 1 to " + MAX_LINES + " are needed");
        }
        return recordings;
    }

    static Recording of(Map<String, Object> line) {
        Map<String, Object> event = Json.object(line.get("event"));
        Set<String> operations = new TreeSet<>();
        Json.array(line.get("operations")).forEach(o -> operations.add(o.toString()));
        if (event.isEmpty() || operations.isEmpty()) {
            throw new IllegalArgumentException("a recording needs \"operations\" and \"event\"");
        }
        String goods = Json.write(event);
        Set<String> needs = new TreeSet<>();
        Matcher found = PLACEHOLDER.matcher(goods);
        while (found.find()) {
            needs.add(found.group(1));
        }
        return new Recording(
                String.valueOf(line.get("name")),
                line.get("mistake") == null ? "" : line.get("mistake").toString(),
                operations,
                (int) Json.units(line.get("weight"), 1),
                goods.substring(1, goods.length() - 1),
                needs);
    }

    /** One of those that fit, by weight; null when none does. */
    static Recording pick(
            List<Recording> all, String operation, String mistake, Map<String, String> values, Random dice) {
        int sum = 0;
        Recording chosen = null;
        for (Recording each : all) {
            if (each.mistake.equals(mistake)
                    && each.operations.contains(operation)
                    && values.keySet().containsAll(each.needs)) {
                sum += each.weight;
                chosen = dice.nextInt(sum) < each.weight ? each : chosen;
            }
        }
        return chosen;
    }

    /** Values are put in as JSON text. */
    String fill(Map<String, String> values) {
        StringBuilder out = new StringBuilder(goods.length() + 64);
        Matcher found = PLACEHOLDER.matcher(goods);
        while (found.find()) {
            StringBuilder quoted = new StringBuilder();
            Json.quote(quoted, values.get(found.group(1)));
            found.appendReplacement(out, Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1)));
        }
        return found.appendTail(out).toString();
    }
}
