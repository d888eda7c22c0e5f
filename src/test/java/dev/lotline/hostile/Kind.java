package dev.lotline.hostile;

import java.util.ArrayList;
import java.util.List;

/** What a field of a request may hold, and with it everything that it may not. */
enum Kind {
    /** A business code or another short text that keeps to its rules. */
    CODE(texts(), "5", "true", "[]", "{}", "[\"a\"]"),
    /** A text that is explained, not kept: only its type can be wrong. */
    TEXT(List.of(), "5", "true", "[]", "{}"),
    /** A text that must be one of a few words. */
    WORD(List.of("\"NOPE\"", "\"\"", "\"a\\u0000b\"", "\"\\ud800\""), "5", "false", "[]", "{}"),
    /** The same, but known to the parser. */
    CHOICE(List.of(), "\"NOPE\"", "\"\"", "0", "true", "[]", "{}", "\"\\u0000\"", "\"\\ud800\""),
    /** A number of units, more than nothing. */
    UNITS(List.of("0", "-1", "0.0", "-0.0001"), numbers()),
    /** A number that may be 0. */
    MEASURE(List.of("-1", "-0.0001"), numbers()),
    /** A number of units, more or less than nothing. */
    DELTA(List.of("0", "0.0"), numbers()),
    /** A whole number that is not negative. */
    WHOLE(List.of("-1", "-2147483648"), "\"1\"", "1.5", "99999999999", "1e30", "true", "[]", "{}", "\"\"", "\" \""),
    /** A number that only must be whole. */
    COUNTER(List.of(), "\"1\"", "1.5", "99999999999999999999", "1e30", "true", "[]", "{}", "\"\""),
    /** A UUID. */
    ID(List.of("\"\""), "\"NOPE\"", "0", "true", "[]", "{}", "\"\\ud800\""),
    FLAG(List.of(), "\"true\"", "\" \"", "1", "0", "\"\"", "[]", "{}", "\"yes\""),
    /** A day. */
    DATE(List.of("\"0001-01-01\"", "\"0000-01-01\"", "\"1899-12-31\""), days()),
    /** An instant with its offset. */
    INSTANT(
            List.of("\"1999-12-31T23:59:59Z\"", "\"2100-01-02T00:00:00Z\"", "\"+999999999-12-31T23:59:59Z\""),
            "\"2026-02-30T10:00:00Z\"",
            "\"2026-03-01T10:00:00\"",
            "\"2026-03-01\"",
            "\"now\"",
            "\"\"",
            "1772359200",
            "true",
            "[]",
            "{}"),
    /** The same of a device whose clock may be decades off. */
    MOMENT(
            List.of("\"+999999999-12-31T23:59:59Z\"", "\"-0001-01-01T00:00:00Z\""),
            "\"2026-02-30T10:00:00Z\"",
            "\"2026-03-01T10:00:00\"",
            "\"\"",
            "1772359200",
            "[]"),
    LIST(List.of("[null]"), "{}", "\"\"", "\"x\"", "5", "true", "[[]]", "[5]"),
    OBJECT(List.of(), "[]", "\"\"", "\"x\"", "5", "true", "{\"nobodyKnowsThis\":1}");

    /** A value as it stands in the JSON, and the code that must refuse it. */
    record Bad(String literal, String code) {
        String shown() {
            return literal.length() > 40 ? literal.substring(0, 20) + "… (" + literal.length() + ")" : literal;
        }
    }

    private static final String NOT_READABLE = "MALFORMED";
    private static final String NOT_ALLOWED = "VALIDATION_FAILED";

    private final List<Bad> bad = new ArrayList<>();

    Kind(List<String> notAllowed, String... notReadable) {
        notAllowed.forEach(literal -> bad.add(new Bad(literal, NOT_ALLOWED)));
        List.of(notReadable).forEach(literal -> bad.add(new Bad(literal, NOT_READABLE)));
    }

    List<Bad> bad(boolean required) {
        List<Bad> all = new ArrayList<>(bad);
        if (required) {
            all.add(new Bad("null", NOT_ALLOWED));
        }
        return all;
    }

    private static List<String> texts() {
        return List.of(
                "\"\"",
                "\" \"",
                "\" a\"",
                "\"a\\u0000b\"",
                "\"a\\u0007b\"",
                "\"a\\nb\"",
                "\"a\\r\"",
                "\"\\ud800\"",
                "\"x\\udc00y\"",
                "\"a\\u202eb\"",
                "\"a\\u2028b\"",
                "\"" + "x".repeat(10_240) + "\"");
    }

    private static String[] numbers() {
        return new String[] {
            "\"5\"",
            "\"NaN\"",
            "NaN",
            "Infinity",
            "-Infinity",
            "true",
            "[]",
            "{}",
            "\"\"",
            "1e30",
            "-1e30",
            "1e400",
            "1e999999999",
            "1e-999999999",
            "1e99999999999999",
            "0.12345",
            "1.00001",
            "10000000000",
            "9".repeat(39),
            "9".repeat(1_000),
            "0x10",
            "007",
            "1,5"
        };
    }

    private static String[] days() {
        return new String[] {
            "\"2026-02-30\"",
            "\"2026-13-01\"",
            "\"2026-00-10\"",
            "\"2026-1-1\"",
            "\"2027-02-29\"",
            "\"\"",
            "\"tomorrow\"",
            "\"2026-03-01T00:00:00Z\"",
            "\"+12026-01-01\"",
            "\"2026-03-01\\u0000\"",
            "20260301",
            "true",
            "[2026,3,1]",
            "{}"
        };
    }
}
