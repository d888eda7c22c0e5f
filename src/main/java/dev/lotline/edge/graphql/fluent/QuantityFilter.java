package dev.lotline.edge.graphql.fluent;

import dev.lotline.edge.graphql.fluent.value.DateRange;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import dev.lotline.edge.graphql.fluent.value.InventoryCatalogueKey;
import dev.lotline.kernel.FieldCheck;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which quantities are wanted; what is null narrows nothing. Pure. */
public record QuantityFilter(
        @Nullable DateRange createdOn,
        @Nullable DateRange updatedOn,
        @Nullable List<String> ref,
        @Nullable List<String> type,
        @Nullable List<String> workflowRef,
        @Nullable List<Integer> workflowVersion,
        @Nullable List<@Nullable String> status,
        @Nullable List<@Nullable Integer> quantity,
        @Nullable List<@Nullable String> condition,
        @Nullable DateRange expectedOn,
        @Nullable List<@Nullable String> storageAreaRef,
        @Nullable InventoryCatalogueKey catalogue)
        implements Predicate<InventoryQuantity> {
    private static final int MOST = 1_000;

    /** Ends with VALIDATION_FAILED for a type or status that no quantity has, and for lists that are too long. */
    public QuantityFilter checked() {
        FieldCheck check = new FieldCheck();
        known(check, "type", type, InventoryQuantity.TYPES);
        known(check, "status", status, InventoryQuantity.STATUSES);
        most(check, "ref", ref);
        most(check, "quantity", quantity);
        most(check, "condition", condition);
        most(check, "storageAreaRef", storageAreaRef);
        most(check, "workflowRef", workflowRef);
        most(check, "workflowVersion", workflowVersion);
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

    @Override
    public boolean test(InventoryQuantity of) {
        return in(createdOn, of.getCreatedOn())
                && in(updatedOn, of.getUpdatedOn())
                && in(expectedOn, of.getExpectedOn())
                && one(ref, of.getRef())
                && one(type, of.getType())
                && one(workflowRef, of.getWorkflowRef())
                && one(workflowVersion, of.getWorkflowVersion())
                && one(status, of.getStatus())
                && one(quantity, of.getQuantity())
                && one(condition, of.getCondition())
                && one(storageAreaRef, of.getStorageAreaRef())
                && (catalogue == null || of.position().inCatalogue(catalogue.ref));
    }

    private static boolean in(@Nullable DateRange range, @Nullable DateTime moment) {
        return range == null || range.holds(moment);
    }

    private static boolean one(@Nullable List<?> wanted, @Nullable Object value) {
        return wanted == null || wanted.contains(value);
    }
}
