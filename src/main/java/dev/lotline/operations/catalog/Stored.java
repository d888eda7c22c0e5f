package dev.lotline.operations.catalog;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A noun after it was stored; new, or there before. */
public record Stored<T>(T noun, boolean isNew) {
    private static final String DUPLICATE = "23505";
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"(\\w+)\"");

    /** The constraint that holds a policy, and the field that can't change while it does. */
    private static final Map<String, String> POLICIES = Map.of(
            "stock_decimals", "decimals",
            "stock_summary_decimals", "decimals",
            "stock_one_lot_per_location", "allowMixingLocations",
            "item_lot_tracked", "lotTracked",
            "item_tracking", "tracking",
            "location_type", "type");

    /**
     * Does the work in one transaction. Two clients that make the same noun at once both get it: the loser's work is
     * done again and finds it. A policy that the books depend on ends with POLICY_IN_USE.
     */
    public static <T> Uni<Stored<T>> by(Supplier<Uni<Stored<T>>> work) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(work))
                .onFailure(Stored::duplicate)
                .retry()
                .atMost(1)
                .onFailure()
                .transform(fault -> told(fault, ""));
    }

    /** @param at what stands before the name of the field; empty = nothing */
    static Throwable told(Throwable fault, String at) {
        SQLException answer = answer(fault);
        Matcher constraint = CONSTRAINT.matcher(answer == null ? "" : String.valueOf(answer.getMessage()));
        if (constraint.find() && constraint.group(1).equals("component_one_level")) {
            return Refusal.of(RefusalCode.KIT_IN_KIT, "field", "components");
        }
        if (constraint.reset().find() && constraint.group(1).equals("component_decimals")) {
            return Refusal.invalid("components", "must not have more decimals than their items");
        }
        String policy = constraint.reset().find() ? POLICIES.get(constraint.group(1)) : null;
        return policy == null ? fault : Refusal.of(RefusalCode.POLICY_IN_USE, "field", at + policy);
    }

    private static boolean duplicate(Throwable fault) {
        SQLException answer = answer(fault);
        return answer != null && DUPLICATE.equals(answer.getSQLState());
    }

    /** What the database said: Hibernate hands it on as if it came by JDBC. */
    private static @Nullable SQLException answer(Throwable fault) {
        @Nullable Throwable cause = fault;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
