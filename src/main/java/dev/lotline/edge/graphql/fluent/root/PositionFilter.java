package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.fluent.value.DateRange;
import dev.lotline.edge.graphql.fluent.value.InventoryCatalogueKey;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Scope;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which positions are wanted; what is null narrows nothing. */
record PositionFilter(
        @Nullable InventoryCatalogueKey catalogue,
        @Nullable List<String> ref,
        Kind kind,
        @Nullable List<@Nullable Integer> onHand,
        @Nullable List<String> productRef,
        @Nullable List<@Nullable String> locationRef,
        @Nullable DateRange createdOn,
        @Nullable DateRange updatedOn) {
    private static final int MOST = 1_000;
    private static final Set<String> STATUSES = new TreeSet<>(Set.of("CREATED", "ACTIVE", "INACTIVE"));

    /** What every position has of its kind; what is null narrows nothing. */
    record Kind(
            @Nullable List<String> type,
            @Nullable List<@Nullable String> status,
            @Nullable List<String> workflowRef,
            @Nullable List<Integer> workflowVersion) {

        /** Every position is of one type and workflow: does the filter take those? */
        boolean takesAny() {
            return (type == null || type.contains("DEFAULT"))
                    && (workflowRef == null || workflowRef.contains("INVENTORY_POSITION::DEFAULT"))
                    && (workflowVersion == null || workflowVersion.contains(1));
        }
    }

    /** Ends with VALIDATION_FAILED. */
    PositionFilter checked() {
        FieldCheck check = new FieldCheck();
        most(check, "ref", ref);
        most(check, "productRef", productRef);
        most(check, "locationRef", locationRef);
        most(check, "onHand", onHand);
        known(check, "type", kind.type, Set.of("DEFAULT"));
        known(check, "status", kind.status, STATUSES);
        check.done();
        return this;
    }

    private static void known(
            FieldCheck check, String field, @Nullable List<@Nullable String> asked, Set<String> known) {
        most(check, field, asked);
        if (asked != null) {
            asked.forEach(each -> check.oneOf(field, each, known));
        }
    }

    private static void most(FieldCheck check, String field, @Nullable List<?> asked) {
        check.that(asked == null || asked.size() <= MOST, field, "must be at most " + MOST);
    }

    /** As the statement of the list wants it. */
    Tuple tuple(Scope scope) {
        return Tuple.from(new @Nullable Object[] {
            scope.ownerCodes(),
            scope.warehouseCodes(),
            catalogue == null ? null : Refs.owner("catalogue.ref", catalogue.ref),
            texts(ref),
            texts(productRef),
            texts(locationRef),
            texts(kind.status),
            onHand == null ? null : onHand.stream().filter(Objects::nonNull).toArray(Integer[]::new),
            DateRange.from(createdOn),
            DateRange.to(createdOn),
            DateRange.from(updatedOn),
            DateRange.to(updatedOn)
        });
    }

    private static String @Nullable [] texts(@Nullable List<@Nullable String> list) {
        return list == null ? null : list.stream().filter(Objects::nonNull).toArray(String[]::new);
    }
}
