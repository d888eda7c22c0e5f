package dev.lotline.operations.printing.desk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A print job as people see it.
 *
 * @param printer null where no printer takes it
 * @param evidence how it is known that it came out: STATUS, ODOMETER, SCAN, OPERATOR
 * @param code why it is where it is, null if there is nothing to say
 * @param payload what its labels say; that of a badge is left out
 * @param history what happened to it; with a single job only
 */
public record JobView(
        String id,
        String warehouse,
        String kind,
        @Nullable String printer,
        String state,
        @Nullable String evidence,
        @Nullable String code,
        @Nullable String message,
        int attempt,
        String language,
        @Nullable String template,
        String createdAt,
        String changedAt,
        String actor,
        List<Piece> labels,
        Map<String, String> payload,
        List<Step> history) {
    /** A piece of paper; {@code reprint} = how many came before it. */
    public record Piece(
            String serial,
            String state,
            @Nullable String identity,
            int reprint,
            @Nullable String reprintOf) {}

    /** A change of state; of one label if {@code serial} is there. */
    public record Step(
            @Nullable String serial,
            @Nullable String from,
            String to,
            @Nullable String code,
            @Nullable String evidence,
            String actor,
            String at) {}

    static JobView of(JsonObject job) {
        return new JobView(
                job.getString("id"),
                job.getString("warehouse"),
                job.getString("kind"),
                job.getString("printer"),
                job.getString("state"),
                job.getString("evidence"),
                job.getString("code"),
                job.getString("message"),
                job.getInteger("attempt"),
                job.getString("language"),
                job.getString("template"),
                job.getString("createdAt"),
                job.getString("changedAt"),
                job.getString("actor"),
                objects(job.getJsonArray("labels")).map(JobView::piece).toList(),
                payload(job),
                objects(job.getJsonArray("history")).map(JobView::step).toList());
    }

    private static Map<String, String> payload(JsonObject job) {
        Map<String, String> payload = new TreeMap<>();
        if (!"BADGE".equals(job.getString("kind"))) {
            job.getJsonObject("payload").forEach(field -> {
                if (field.getValue() != null) {
                    payload.put(field.getKey(), field.getValue().toString());
                }
            });
        }
        return payload;
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray list) {
        return list == null ? Stream.empty() : list.stream().map(JsonObject.class::cast);
    }

    private static Piece piece(JsonObject label) {
        return new Piece(
                label.getString("serial"),
                label.getString("state"),
                label.getString("identity"),
                label.getInteger("reprint"),
                label.getString("reprintOf"));
    }

    private static Step step(JsonObject step) {
        return new Step(
                step.getString("serial"),
                step.getString("from"),
                step.getString("to"),
                step.getString("code"),
                step.getString("evidence"),
                step.getString("actor"),
                step.getString("at"));
    }
}
