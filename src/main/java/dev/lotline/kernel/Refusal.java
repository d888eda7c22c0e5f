package dev.lotline.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expected no: a code and the facts that help, without a stack trace. The only exception that is an answer; every
 * door turns it into its own format once.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One wrong field of a request: {@code field} as the client wrote it, {@code message} for a person. */
    public record Violation(String field, String message) {}

    private final RefusalCode code;
    private final transient Map<String, Object> facts;
    private final transient List<Violation> violations;

    private Refusal(RefusalCode code, Map<String, Object> facts, List<Violation> violations) {
        super(code.name() + (facts.isEmpty() ? "" : " " + facts), null, false, false);
        this.code = code;
        this.facts = facts;
        this.violations = violations;
    }

    public static Refusal of(RefusalCode code) {
        return new Refusal(code, Map.of(), List.of());
    }

    /** A refusal with one fact, such as {@code ("lot", "L-A")}. */
    public static Refusal of(RefusalCode code, String name, Object value) {
        return new Refusal(code, Map.of(name, value), List.of());
    }

    public static Refusal of(RefusalCode code, Map<String, ?> facts) {
        return new Refusal(code, new LinkedHashMap<>(facts), List.of());
    }

    /** All wrong fields of a request at once. */
    public static Refusal invalid(List<Violation> violations) {
        Map<String, Object> facts = violations.isEmpty()
                ? Map.of()
                : Map.of("field", violations.get(0).field());
        return new Refusal(RefusalCode.VALIDATION_FAILED, facts, List.copyOf(violations));
    }

    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    public RefusalCode code() {
        return code;
    }

    /** Named values for the sentence and the client, such as {@code lot}, {@code expected}, {@code available}. */
    public Map<String, Object> facts() {
        return facts;
    }

    public List<Violation> violations() {
        return violations;
    }
}
