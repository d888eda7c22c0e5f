package dev.lotline.operations.billing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.plan.PlanProblem;
import dev.lotline.operations.billing.plan.PlanReader;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.PlanBook;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans as somebody sends them, read or refused. Pure. */
public final class PlanRules {
    private PlanRules() {}

    /** Ends with the code of the first problem of the plan, telling all of them. */
    public static RatePlan plan(@Nullable JsonNode definition) {
        PlanReader.Read read = PlanReader.read(definition);
        if (read.plan() == null) {
            throw refusal(read.problems());
        }
        return read.plan();
    }

    /** A definition, or a list {@code [{effectiveFrom, definition}]}. Ends like {@link #plan}, or with VALIDATION_FAILED. */
    public static PlanBook book(JsonNode definitions) {
        if (!definitions.isArray()) {
            return PlanBook.of(plan(definitions));
        }
        List<PlanBook.Version> versions = new ArrayList<>();
        for (JsonNode each : definitions) {
            RatePlan plan = plan(each.get("definition"));
            versions.add(new PlanBook.Version(versions.size(), versions.size() + 1, from(each), plan));
        }
        if (versions.isEmpty()) {
            throw Refusal.invalid("plan", "must not be an empty list");
        }
        versions.sort(Comparator.comparing(PlanBook.Version::from));
        return new PlanBook(versions);
    }

    private static LocalDate from(JsonNode version) {
        try {
            return LocalDate.parse(version.path("effectiveFrom").asText());
        } catch (DateTimeException noDate) {
            throw Refusal.invalid("plan.effectiveFrom", "must be a date as YYYY-MM-DD");
        }
    }

    static Refusal refusal(List<PlanProblem> problems) {
        PlanProblem first = problems.get(0);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("pointer", first.pointer());
        facts.put("message", Objects.requireNonNull(first.message()));
        facts.put("problems", problems);
        return Refusal.of(first.code(), facts);
    }
}
