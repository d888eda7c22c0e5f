package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields that several forms of the administration have. */
final class Codes {
    private Codes() {}

    /** Codes with commas or blanks between them; null for an empty field: all. */
    static @Nullable List<String> list(@Nullable String field) {
        List<String> codes = Stream.of(Frame.text(field).split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        return codes.isEmpty() ? null : codes;
    }

    /** Ends with VALIDATION_FAILED. */
    static Role role(@Nullable String field) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(Frame.text(field)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("role", "is required"));
    }
}
