package dev.lotline.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of RFC 9457 that a client reads when the answer is no: {@code type, title, status, detail, instance},
 * our {@code code}, the facts that help, and every wrong field in {@code violations}.
 *
 * @param instance the path that was asked for, null when unknown
 */
public record Problem(
        int status,
        String code,
        String detail,
        @Nullable String instance,
        Map<String, Object> facts,
        List<Refusal.Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a retryable request may be sent again. */
    public static final int RETRY_AFTER_SECONDS = 1;

    public static Problem of(Refusal refusal, Locale language, @Nullable String instance) {
        Map<String, Object> said = new LinkedHashMap<>(refusal.facts());
        if (!refusal.violations().isEmpty()) {
            said.put("message", refusal.violations().get(0).message());
        }
        RefusalCode code = refusal.code();
        return new Problem(
                code.status(),
                code.name(),
                Sentences.of(code, said, language),
                instance,
                refusal.facts(),
                refusal.violations());
    }

    /** Something of ours is broken: the client learns that, and nothing about what. */
    public static Problem fault(Locale language, @Nullable String instance) {
        return new Problem(500, "FAULT", Sentences.of("FAULT", Map.of(), language), instance, Map.of(), List.of());
    }

    public boolean retryable() {
        return status == 503 || status == 429;
    }

    /** The members in the order a person reads them; a fact never hides a member of the standard. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "type", "urn:lotline:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        if (instance != null) {
            members.put("instance", instance);
        }
        members.put("code", code);
        facts.forEach(members::putIfAbsent);
        if (!violations.isEmpty()) {
            members.put("violations", violations);
        }
        return members;
    }

    private String title() {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
