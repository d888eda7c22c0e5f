package dev.lotline.gs1;

import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of an AI's format, such as {@code N14:mod10:gcp2} or {@code [X..17]}: characters, length, checks. */
record Component(Alphabet alphabet, int min, int max, boolean optional, List<ValueCheck> checks) {

    /** The character sets of GS1 General Specifications 7.11; space is in none of them. */
    enum Alphabet {
        /** ASCII digits. */
        N("0123456789"),
        /** Character set 82. */
        X("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
        /** Character set 39. */
        Y("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        /** Character set 64, base64url. */
        Z("-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

        // filled by the constructor, then only read
        @SuppressWarnings("ImmutableEnumChecker")
        private final boolean[] members = new boolean[128];

        Alphabet(String characters) {
            for (int i = 0; i < characters.length(); i++) {
                members[characters.charAt(i)] = true;
            }
        }

        boolean has(char c) {
            return c < 128 && members[c];
        }

        /** Index of the first character from {@code from} to before {@code to} that is no member, or -1. */
        int firstForeign(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                if (!has(text.charAt(i))) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * Reads one component as the table writes it.
     *
     * @throws IllegalArgumentException if it isn't written as the table's header demands
     */
    static Component parse(String written) {
        boolean optional = written.startsWith("[") && written.endsWith("]");
        String[] parts = (optional ? written.substring(1, written.length() - 1) : written).split(":", -1);
        String size = parts[0];
        Alphabet alphabet = Alphabet.valueOf(size.substring(0, Math.min(1, size.length())));
        boolean upTo = size.startsWith("..", 1);
        int max = Integer.parseInt(size.substring(upTo ? 3 : 1));
        List<ValueCheck> checks = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            checks.add(ValueCheck.named(parts[i]));
        }
        if (max < 1) {
            throw new IllegalArgumentException("length must be at least 1: " + written);
        }
        return new Component(alphabet, upTo ? 1 : max, max, optional, List.copyOf(checks));
    }

    /** The first thing wrong with this part of a value: characters, then checks in the order of the table; or null. */
    @Nullable
    ScanIssue issue(String ai, String part, int offset, LocalDate today) {
        int foreign = alphabet.firstForeign(part, 0, part.length());
        if (foreign >= 0) {
            return ScanIssue.of(
                    Code.BAD_CHARACTER, ai, offset + foreign, "character not allowed here: " + part.charAt(foreign));
        }
        for (int i = 0; i < checks.size(); i++) {
            ValueCheck check = checks.get(i);
            if (!check.holds(part, today)) {
                return ScanIssue.of(check.broken(), ai, offset, part);
            }
        }
        return null;
    }
}
