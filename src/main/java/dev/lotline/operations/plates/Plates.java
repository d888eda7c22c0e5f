package dev.lotline.operations.plates;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plates looked at, built from loose units, put on one another, and split. Nothing of it moves a unit. */
@Singleton
public class Plates {
    /**
     * @param replayed the command was here before; nothing was changed this time
     * @param into the other plate of a split
     */
    public record Done(
            boolean replayed, Plate plate, @Nullable Plate into) {}

    private final PlateSql sql;
    private final SsccNumbers numbers;
    private final Ledger ledger;

    Plates(PlateSql sql, SsccNumbers numbers, Ledger ledger) {
        this.sql = sql;
        this.numbers = numbers;
        this.ledger = ledger;
    }

    /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_PLATE (also when goods on it are outside the scope). */
    public Uni<Plate> find(String warehouse, String code, Scope scope) {
        return house(warehouse, scope).chain(id -> visible(id, code, scope));
    }

    /** In the order in which they were made. Ends with UNKNOWN_WAREHOUSE. */
    public Uni<List<Plate.Heading>> list(
            String warehouse, @Nullable String location, Scope scope, long after, int rows) {
        return house(warehouse, scope).chain(id -> sql.list(id, location, after, scope.ownerCodes(), rows));
    }

    /**
     * Puts loose units of a place onto a plate; an empty plate is brought there. Ends with VALIDATION_FAILED,
     * UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION, UNKNOWN_ITEM, NOT_ENOUGH_STOCK (loose units), PLATE_IN_USE (elsewhere),
     * SSCC_EXHAUSTED.
     *
     * @param code null = the next SSCC of the company prefix
     */
    public Uni<Done> build(
            String warehouse,
            @Nullable String code,
            @Nullable String companyPrefix,
            String location,
            @Nullable List<PlateUnits> contents,
            Envelope envelope,
            Scope scope) {
        PlateRules.check(contents, scope);
        return house(warehouse, scope)
                .chain(id -> named("code", code, companyPrefix)
                        .chain(plate -> sql.scanned(id, plate, location, null, null)
                                .chain(facts -> {
                                    if (facts.placeId() == null) {
                                        throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", location);
                                    }
                                    if (!PlateRules.covers(scope, facts.owners())) {
                                        throw Refusal.of(RefusalCode.PLATE_IN_USE, "plate", plate);
                                    }
                                    JsonObject said = new JsonObject()
                                            .put("plate", plate)
                                            .put("location", location)
                                            .put("contents", units(contents));
                                    return post(
                                            id,
                                            Posting.of("BUILD_PLATE", id, envelope)
                                                    .to(facts.placeId())
                                                    .facts(said),
                                            scope);
                                })));
    }

    /**
     * Takes units off a plate. Ends with VALIDATION_FAILED, UNKNOWN_PLATE, UNKNOWN_ITEM, NOT_ENOUGH_STOCK (on it),
     * PLATE_IN_USE (the other one, elsewhere), SSCC_EXHAUSTED.
     *
     * @param into the plate that they go onto, made if it is new; without it and without a prefix they are loose
     */
    public Uni<Done> split(
            String warehouse,
            String code,
            @Nullable String into,
            @Nullable String companyPrefix,
            @Nullable List<PlateUnits> contents,
            Envelope envelope,
            Scope scope) {
        PlateRules.check(contents, scope);
        return house(warehouse, scope)
                .chain(id -> visible(id, code, scope)
                        .chain(plate -> (into == null && companyPrefix == null
                                        ? Uni.createFrom().<@Nullable String>nullItem()
                                        : named("into", into, companyPrefix))
                                .chain(other -> post(
                                        id,
                                        Posting.of("SPLIT_PLATE", id, envelope)
                                                .facts(new JsonObject()
                                                        .put("plate", plate.code())
                                                        .put("into", other)
                                                        .put("contents", units(contents))),
                                        scope))));
    }

    /**
     * Puts a plate on another one in the same place, or takes it down. Ends with UNKNOWN_PLATE, WRONG_LOCATION,
     * PLATE_IN_USE (it would stand on itself, or more than five high).
     *
     * @param parent null = down
     */
    public Uni<Done> nest(String warehouse, String code, @Nullable String parent, Envelope envelope, Scope scope) {
        return house(warehouse, scope)
                .chain(id -> visible(id, code, scope)
                        .chain(plate -> (parent == null
                                        ? Uni.createFrom().<@Nullable Plate>nullItem()
                                        : visible(id, "parent", parent, scope))
                                .chain(on -> post(
                                        id,
                                        Posting.of("NEST_PLATE", id, envelope)
                                                .facts(new JsonObject()
                                                        .put("plate", plate.code())
                                                        .put("parent", on == null ? null : on.code())),
                                        scope))));
    }

    private Uni<Done> post(long warehouse, Posting posting, Scope scope) {
        return ledger.command(posting).chain(posted -> {
            posted.orRefuse();
            String into = posted.facts().getString("into");
            return visible(warehouse, posted.facts().getString("plate"), scope)
                    .chain(plate -> (into == null
                                    ? Uni.createFrom().<@Nullable Plate>nullItem()
                                    : visible(warehouse, into, scope))
                            .map(other -> new Done(posted.replayed(), plate, other)));
        });
    }

    private Uni<String> named(String field, @Nullable String code, @Nullable String companyPrefix) {
        if ((code == null) == (companyPrefix == null)) {
            throw Refusal.invalid(field, "or companyPrefix is required, not both");
        }
        if (companyPrefix != null && !companyPrefix.matches("[0-9]{4,12}")) {
            throw Refusal.invalid("companyPrefix", "must be 4 to 12 digits");
        }
        return code != null
                ? Uni.createFrom().item(PlateRules.code(field, code))
                : numbers.next(Objects.requireNonNull(companyPrefix));
    }

    private Uni<Long> house(String warehouse, Scope scope) {
        scope.requireWarehouse(warehouse);
        return sql.warehouse(warehouse)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse))
                .map(Objects::requireNonNull);
    }

    private Uni<Plate> visible(long warehouse, String code, Scope scope) {
        return visible(warehouse, "plate", code, scope);
    }

    private Uni<Plate> visible(long warehouse, String field, String code, Scope scope) {
        String kept = PlateRules.code(field, code);
        return sql.find(warehouse, kept).map(found -> {
            if (found == null || !PlateRules.covers(scope, found.owners())) {
                throw Refusal.of(RefusalCode.UNKNOWN_PLATE, "plate", kept);
            }
            return found.plate();
        });
    }

    private static JsonArray units(@Nullable List<PlateUnits> contents) {
        JsonArray units = new JsonArray();
        for (PlateUnits each : Objects.requireNonNull(contents)) {
            units.add(new JsonObject()
                    .put("owner", each.owner())
                    .put("sku", each.sku())
                    .put("lotNumber", each.lotNumber())
                    .put("expirationDate", Objects.toString(each.expirationDate(), null))
                    .put("state", each.state())
                    .put("quantity", each.quantity()));
        }
        return units;
    }
}
