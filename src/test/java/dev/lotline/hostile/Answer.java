package dev.lotline.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the house said, and what must be true of any refusal. */
record Answer(int status, String type, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Java's, the database's and the parser's own words, none of which a client should ever read. */
    private static final Pattern INSIDE =
            Pattern.compile("\\tat |\\b(?:java|javax|jakarta|io|com|org|dev)\\.[a-z]+\\.[\\w.]+"
                    + "|Exception\\b|\\bError:|\\bNullPointer|\\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) \\w"
                    + "|\\bSQLSTATE|ERROR: |\\bconstraint \"|\\b(?:jsonb|plpgsql|pg_\\w+)\\b|jackson|hibernate");

    private static final int LONGEST = 65_536;

    /** What is wrong with it as a refusal with this status and one of these codes (joined by |); empty = nothing. */
    List<String> wrongAsRefusal(int wanted, String codes) {
        List<String> wrong = new ArrayList<>();
        if (status != wanted) {
            wrong.add("status " + status + " instead of " + wanted);
        }
        if (!type.startsWith("application/problem+json")) {
            wrong.add("content type '" + type + "'");
        }
        JsonNode problem = json();
        if (problem.path("status").asInt() != status
                || problem.path("title").asText().isEmpty()
                || problem.path("detail").asText().isEmpty()) {
            wrong.add("no problem document");
        }
        if (!List.of(codes.split("\\|")).contains(problem.path("code").asText())) {
            wrong.add("code " + problem.path("code").asText() + " instead of " + codes);
        }
        wrong.addAll(leaks());
        return wrong;
    }

    List<String> leaks() {
        List<String> wrong = new ArrayList<>();
        if (INSIDE.matcher(body).find()) {
            wrong.add("tells of its inside");
        }
        if (body.length() > LONGEST) {
            wrong.add("answers " + body.length() + " characters");
        }
        return wrong;
    }

    /** True when a validation or a parser's refusal names this field or something inside it. */
    boolean names(String field) {
        JsonNode problem = json();
        if (problem.path("field").asText().startsWith(field)) {
            return true;
        }
        for (JsonNode violation : problem.path("violations")) {
            if (violation.path("field").asText().startsWith(field)) {
                return true;
            }
        }
        return false;
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    @Override
    public String toString() {
        return status + " " + type + " " + (body.length() > 400 ? body.substring(0, 400) + "…" : body);
    }
}
