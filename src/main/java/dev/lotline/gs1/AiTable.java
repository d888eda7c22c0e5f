package dev.lotline.gs1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All application identifiers we read, from {@code gs1-ai.tsv}: a new AI is a new row, not new code. */
public final class AiTable {

    private static final String RESOURCE = "/gs1/gs1-ai.tsv";

    private final @Nullable ApplicationIdentifier[] rows = new @Nullable ApplicationIdentifier[10_000];

    /** The first two digits of an AI fix how many it has; 0 = no AI begins so. */
    private final int[] lengths = new int[100];

    private int size;

    private AiTable() {}

    /** The table that comes with Lotline. */
    public static AiTable builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * Reads a table: lines of {@code #} on where it comes from, a header row, then tab-separated rows.
     *
     * <p>{@code ai} is a number or a range. {@code format} is components joined by {@code +}: character set {@code N},
     * {@code X}, {@code Y} or {@code Z} with a length {@code 6} or {@code ..20}, in brackets if optional, then
     * {@code :}checks. {@code fixed} is {@code F} for a predefined length. {@code needs}: {@code ,} = or, {@code +} =
     * and, {@code ;} = one more rule; {@code n} in an AI is any digit, {@code *} asks
     * for its optional part. {@code link}: {@code K} a key of a GS1 Digital
     * Link, {@code K=22,10,21|235} one with its qualifiers, {@code A} allowed in the query, {@code -} neither.
     *
     * @throws IllegalArgumentException naming line and column of the first mistake
     */
    public static AiTable parse(List<String> lines) {
        AiTable table = new AiTable();
        for (AiTableRow row : AiTableRow.parse(lines)) {
            table.add(row);
        }
        // EAN and ITF are given as AI 01
        if (table.find("01") == null) {
            throw new IllegalArgumentException("the table has no AI 01");
        }
        return table;
    }

    /** The AI written as two to four digits, or null if the table doesn't have it. */
    public @Nullable ApplicationIdentifier find(String ai) {
        ApplicationIdentifier row = at(ai, 0);
        return row != null && row.ai().length() == ai.length() ? row : null;
    }

    /** The AI whose digits begin at {@code index} of {@code text}, or null if none of ours does. */
    public @Nullable ApplicationIdentifier at(String text, int index) {
        int prefix = number(text, index, index + 2);
        int length = prefix < 0 ? 0 : lengths[prefix];
        int number = length == 0 ? -1 : number(text, index, index + length);
        return number < 0 ? null : rows[number];
    }

    /** How many AIs there are, ranges expanded. */
    public int size() {
        return size;
    }

    /** For an AI that a parser has already found. */
    ApplicationIdentifier get(String ai) {
        ApplicationIdentifier row = find(ai);
        if (row == null) {
            throw new IllegalArgumentException("no application identifier " + ai);
        }
        return row;
    }

    static int number(String ai) {
        return number(ai, 0, ai.length());
    }

    /** -1 if the text ends before, or anything there is no ASCII digit. */
    private static int number(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private void add(AiTableRow row) {
        for (String ai : row.ais()) {
            int number = number(ai);
            int prefix = number(ai, 0, 2);
            if (rows[number] != null || (lengths[prefix] != 0 && lengths[prefix] != ai.length())) {
                throw row.wrong("ai", ai + " is there twice, or its first two digits with another length");
            }
            lengths[prefix] = ai.length();
            rows[number] = row.identifier(ai);
            size++;
        }
    }

    /** Loaded when first used. */
    private static final class BuiltIn {
        static final AiTable TABLE = load();

        private static AiTable load() {
            try (var in = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(AiTable.class.getResourceAsStream(RESOURCE), RESOURCE),
                    StandardCharsets.UTF_8))) {
                return parse(in.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE, e);
            }
        }
    }
}
