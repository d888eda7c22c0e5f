package dev.lotline.gs1.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes that others assign: countries, currencies, packages. Read when first asked for; each file names its source. */
public enum CodeList {
    /** ISO 3166-1 numeric. */
    COUNTRY,
    /** ISO 3166-1 alpha-2. */
    COUNTRY2,
    /** ISO 4217 numeric. */
    CURRENCY,
    /** UN/ECE Recommendation 21 and GS1's own. */
    PACKAGE;

    // written once, a second reader would write the same
    @SuppressWarnings("ImmutableEnumChecker")
    private volatile Set<String> codes = Set.of();

    public boolean has(String code) {
        if (codes.isEmpty()) {
            codes = read();
        }
        return codes.contains(code);
    }

    private Set<String> read() {
        String resource = "/gs1/codes/" + name().toLowerCase(Locale.ROOT) + ".txt";
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CodeList.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
