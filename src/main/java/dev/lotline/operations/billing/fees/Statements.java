package dev.lotline.operations.billing.fees;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.rating.Rating;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Closes months: what stands in the accrual becomes a statement, which never changes. What is learned about the month
 * later is told as a correction on the next statement.
 */
@Singleton
public class Statements {
    private static final int SHOWN_DECIMALS = 6;
    private static final int LONGEST_REASON = 500;

    private final StatementSql sql;
    private final FeesSql fees;
    private final StorageFees figures;
    private final Provider<Boolean> fourEyes;

    Statements(
            StatementSql sql,
            FeesSql fees,
            StorageFees figures,
            @ConfigProperty(name = "lotline.storage.four-eyes") Provider<Boolean> fourEyes) {
        this.sql = sql;
        this.fees = fees;
        this.figures = figures;
        this.fourEyes = fourEyes;
    }

    /** @param statements numbers; {@code waiting} owners whose month a second person has to close */
    public record Closed(List<String> statements, List<String> waiting) {}

    /**
     * The statements of a month, of one owner or of all that have none yet. Where two people must close it
     * ({@code lotline.storage.four-eyes}) the first one asks for it, and the second one's call closes it.
     *
     * @param reason why cells without a rate are left out; null = then the month can't be closed
     * @return what was closed. Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, STATEMENT_ALREADY_CLOSED,
     *     STORAGE_MONTH_NOT_OVER, STORAGE_DAY_NOT_CLOSED, STORAGE_UNRATED_CELLS, SECOND_PERSON_REQUIRED; what was closed before that stays closed
     */
    public Uni<Closed> close(
            @Nullable String owner,
            @Nullable String warehouse,
            YearMonth month,
            @Nullable String reason,
            Scope scope,
            String actor) {
        new FieldCheck()
                .optionalCode("owner", owner)
                .code("warehouse", warehouse)
                .text("excludeUnrated", reason, LONGEST_REASON)
                .done();
        String house = String.valueOf(warehouse);
        scope.requireWarehouse(house);
        Uni<List<String>> owners = owner == null
                ? sql.owners(house, month, scope.ownerCodes())
                : Uni.createFrom().item(List.of(owner));
        return owners.onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(each -> figures.houses(each, house, scope)
                        .chain(found -> close(found.get(0), month, reason, actor)
                                .map(number -> number.map(closed -> new Closed(List.of(closed), List.of()))
                                        .orElse(new Closed(List.of(), List.of(each))))))
                .collect()
                .asList()
                .map(all -> new Closed(
                        all.stream().flatMap(one -> one.statements().stream()).toList(),
                        all.stream().flatMap(one -> one.waiting().stream()).toList()));
    }

    /** Its number; empty = it waits for a second person. */
    private Uni<Optional<String>> close(House house, YearMonth month, @Nullable String reason, String actor) {
        if (!house.today().isAfter(month.atEndOfMonth())) {
            throw Refusal.of(RefusalCode.STORAGE_MONTH_NOT_OVER, "month", month.toString());
        }
        if (house.closed() == null || house.closed().isBefore(month.atEndOfMonth())) {
            String day = house.closed() == null
                    ? month.atDay(1).toString()
                    : house.closed().plusDays(1).toString();
            throw Refusal.of(RefusalCode.STORAGE_DAY_NOT_CLOSED, "day", day);
        }
        return sql.number(house, month)
                .invoke(number -> {
                    if (number != null) {
                        throw Refusal.of(RefusalCode.STATEMENT_ALREADY_CLOSED, "number", number);
                    }
                })
                .chain(() -> fees.unrated(house, month))
                .invoke(gaps -> {
                    if (!gaps.isEmpty() && reason == null) {
                        throw Refusal.of(RefusalCode.STORAGE_UNRATED_CELLS, "cells", gaps.size());
                    }
                })
                .chain(gaps -> agreed(house, month, reason, actor)
                        .chain(asked -> asked == null
                                ? Uni.createFrom().item(Optional.<String>empty())
                                : figures.accrued(house, month)
                                        .chain(measured -> corrections(house, month)
                                                .chain(corrections -> write(
                                                        measured, corrections, excluded(gaps, reason), asked, actor)))
                                        .map(Optional::of)));
    }

    /** Who asked for it, empty where one person is enough; null = this one does now. */
    private Uni<@Nullable String> agreed(House house, YearMonth month, @Nullable String reason, String actor) {
        if (!fourEyes.get()) {
            return Uni.createFrom().item("");
        }
        return sql.ask(house, month, reason, actor).map(asked -> {
            if (asked != null && !asked.agreed()) {
                throw Refusal.of(RefusalCode.SECOND_PERSON_REQUIRED, "askedBy", asked.by());
            }
            return asked == null ? null : asked.by();
        });
    }

    private Uni<String> write(
            Month measured, List<JsonObject> corrections, JsonArray excluded, String asked, String actor) {
        Rating rating = StorageFees.price(measured.lines(), measured.levels(), measured.book());
        BigDecimal corrected = corrections.stream()
                .map(each -> new BigDecimal(each.getString("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonArray adjustments = new JsonArray();
        rating.adjustments()
                .forEach(each -> adjustments.add(new JsonObject()
                        .put("kind", each.kind())
                        .put("sku", each.sku())
                        .put("lot", each.lot())
                        .put("amount", each.amount().toPlainString())));
        JsonObject head = new JsonObject()
                .put("currency", rating.currency())
                .put("linesTotal", rating.total().toPlainString())
                .put("correctionsTotal", corrected.toPlainString())
                .put("adjustments", adjustments)
                .put("corrections", new JsonArray(corrections))
                .put("excluded", excluded);
        if (!asked.isEmpty()) {
            head.put("askedBy", asked);
        }
        JsonArray lines = new JsonArray();
        rating.lines().forEach(line -> lines.add(line(line, measured.names())));
        return sql.write(measured.house(), measured.month(), head, lines, actor)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNAVAILABLE));
    }

    private static JsonObject line(Rating.Line line, Map<String, String> names) {
        String lot = line.cell().lot();
        JsonArray segments = new JsonArray();
        line.segments()
                .forEach(part -> segments.add(new JsonObject()
                        .put("from", part.from().toString())
                        .put("to", part.to().toString())
                        .put("days", part.days())
                        .put("quantityDays", shown(part.quantityDays()))
                        .put("rate", part.rate() == null ? null : part.rate().toPlainString())
                        .put("divisor", part.divisor())
                        .put("version", part.version())
                        .put("key", part.key())));
        return new JsonObject()
                .put("sku", line.cell().sku())
                .put("lotId", lot.isEmpty() ? null : Long.valueOf(lot))
                .put("lot", names.get(lot))
                .put("location", line.cell().location())
                .put("rule", line.rule())
                .put("unit", line.unit())
                .put("quantityDays", shown(line.quantityDays()))
                .put("averageQuantity", shown(line.averageQuantity()))
                .put("amount", line.amount().toPlainString())
                .put("segments", segments);
    }

    private static String shown(BigDecimal quantity) {
        return quantity.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    /** What each earlier statement would say now, less what was told of its month. */
    private Uni<List<JsonObject>> corrections(House house, YearMonth month) {
        return sql.revised(house, month)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(told -> figures.accrued(house, told.month())
                        .map(now -> {
                            Rating rating = StorageFees.price(now.lines(), now.levels(), now.book());
                            return new JsonObject()
                                    .put("statement", told.number())
                                    .put("month", told.month().toString())
                                    .put(
                                            "amount",
                                            rating.total().subtract(told.told()).toPlainString())
                                    .put("days", new JsonArray(told.days()))
                                    .put("movements", new JsonArray(told.movements()));
                        }))
                .filter(correction -> new BigDecimal(correction.getString("amount")).signum() != 0)
                .collect()
                .asList();
    }

    private static JsonArray excluded(List<FeesSql.Gap> gaps, @Nullable String reason) {
        JsonArray excluded = new JsonArray();
        gaps.forEach(gap -> excluded.add(new JsonObject()
                .put("sku", gap.cell().cell().sku())
                .put("location", gap.cell().cell().location())
                .put("rule", gap.cell().rule())
                .put("code", gap.cell().reason().name())
                .put("days", gap.days())
                .put("reason", reason)));
        return excluded;
    }

    /** Statements of an owner behind a number. Ends with UNKNOWN_OWNER. */
    public Uni<List<Statement>> list(String owner, String after, Scope scope, int limit) {
        scope.requireOwner(owner);
        return fees.known(owner, null).chain(known -> {
            if (!known) {
                throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
            }
            return sql.heads(owner, null, after, scope.warehouseCodes(), limit);
        });
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    public Uni<Statement> get(String owner, String number, Scope scope) {
        scope.requireOwner(owner);
        return sql.heads(owner, number, "", scope.warehouseCodes(), 1).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", number);
            }
            return found.get(0);
        });
    }

    /** Lines of a statement that was found with {@link #get}. */
    public Uni<List<Statement.Line>> lines(String number, long after, int limit) {
        return sql.lines(number, after, limit);
    }
}
