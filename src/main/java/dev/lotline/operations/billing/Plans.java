package dev.lotline.operations.billing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.PlanBook;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rate plans: drafted, versioned, activated, assigned. An active version is never changed. */
@Singleton
public class Plans {
    private final PlanSql sql;
    private final AssignmentSql assignments;

    Plans(PlanSql sql, AssignmentSql assignments) {
        this.sql = sql;
        this.assignments = assignments;
    }

    /** Ends with a code of a bad plan. */
    public Uni<Plan> draft(String code, @Nullable JsonNode definition, String actor) {
        new FieldCheck().code("plan", code).done();
        RatePlan plan = PlanRules.plan(definition);
        return sql.newPlan(code, actor)
                .chain(() ->
                        sql.draft(code, requireNonNull(definition), PlanMeasures.of(plan), sha256(definition), actor))
                .chain(() -> get(code, Scope.ALL));
    }

    /** Ends with a code of a bad plan, UNKNOWN_PLAN, PLAN_VERSION_CONFLICT. The same again is the same version. */
    public Uni<Plan.Version> version(
            String code, @Nullable LocalDate from, @Nullable JsonNode definition, String actor) {
        new FieldCheck()
                .that(from != null, "effectiveFrom", "is required")
                .date("effectiveFrom", from)
                .done();
        LocalDate first = requireNonNull(from);
        RatePlan plan = PlanRules.plan(definition);
        String hash = sha256(requireNonNull(definition));
        return get(code, Scope.ALL)
                .chain(() -> sql.version(code, first, definition, PlanMeasures.of(plan), hash, actor))
                .chain(() -> get(code, Scope.ALL))
                .map(stored -> stored.versions().stream()
                        .filter(version -> first.equals(version.effectiveFrom())
                                && version.sha256().equals(hash))
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(RefusalCode.PLAN_VERSION_CONFLICT, "effectiveFrom", first)));
    }

    /** Ends with UNKNOWN_PLAN, PLAN_EFFECTIVE_IN_CLOSED_PERIOD. Once more changes nothing. */
    public Uni<Plan.Version> activate(String code, int n, String actor) {
        return sql.activate(code, n, actor).chain(() -> get(code, Scope.ALL)).chain(plan -> {
            Plan.Version version = plan.versions().stream()
                    .filter(each -> each.version() == n && n > 0)
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(RefusalCode.UNKNOWN_PLAN, "plan", code + " " + n));
            if (!version.state().equals("DRAFT")) {
                return Uni.createFrom().item(version);
            }
            return sql.closedTo(code).map(day -> {
                throw Refusal.of(
                        RefusalCode.PLAN_EFFECTIVE_IN_CLOSED_PERIOD,
                        day == null ? Map.of() : Map.of("firstOpen", day.plusDays(1)));
            });
        });
    }

    /** Ends with UNKNOWN_PLAN, also for a plan that no owner of the scope pays by. */
    public Uni<Plan> get(String code, Scope scope) {
        return sql.versions(code, scope.ownerCodes()).map(versions -> {
            if (versions.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_PLAN, "plan", code);
            }
            return new Plan(code, versions);
        });
    }

    public Uni<List<String>> codes(String after, Scope scope, int limit) {
        return sql.codes(after, scope.ownerCodes(), limit);
    }

    /** The active versions of a plan. Ends with UNKNOWN_PLAN. */
    public Uni<PlanBook> book(String code, Scope scope) {
        return get(code, scope).chain(() -> sql.book(code));
    }

    /** Versions that something was rated by. */
    public Uni<PlanBook> book(List<Long> versions) {
        return sql.book(versions);
    }

    /** Ends with UNKNOWN_OWNER. */
    public Uni<List<Plan.Assignment>> assignments(String owner, Scope scope) {
        scope.requireOwner(owner);
        return assignments.owner(owner).chain(() -> assignments.list(owner));
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_PLAN, PLAN_ASSIGNMENT_OVERLAP, PLAN_EFFECTIVE_IN_CLOSED_PERIOD. */
    public Uni<List<Plan.Assignment>> assign(String owner, List<Plan.Assignment> wanted, Scope scope, String actor) {
        FieldCheck check = new FieldCheck();
        for (int n = 0; n < wanted.size(); n++) {
            Plan.Assignment each = wanted.get(n);
            String where = "assignments[" + n + "].";
            check.code(where + "plan", each.plan())
                    .optionalCode(where + "warehouse", each.warehouse())
                    .that(each.from() != null, where + "from", "is required")
                    .date(where + "from", each.from())
                    .date(where + "to", each.to())
                    .that(
                            each.from() == null
                                    || each.to() == null
                                    || !each.to().isBefore(each.from()),
                            where + "to",
                            "must not be before from");
        }
        check.done();
        for (int n = 0; n < wanted.size(); n++) {
            for (int earlier = 0; earlier < n; earlier++) {
                if (wanted.get(n).overlaps(wanted.get(earlier))) {
                    throw Refusal.of(
                            RefusalCode.PLAN_ASSIGNMENT_OVERLAP,
                            "from",
                            String.valueOf(wanted.get(n).from()));
                }
            }
        }
        scope.requireOwner(owner);
        return assignments
                .owner(owner)
                .chain(id -> assignments.replace(id, wanted, actor))
                .chain(() -> assignments.list(owner));
    }

    static String sha256(JsonNode definition) {
        return HexFormat.of().formatHex(CanonicalJson.hash(definition));
    }
}
