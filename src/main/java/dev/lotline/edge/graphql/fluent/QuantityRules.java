package dev.lotline.edge.graphql.fluent;

import dev.lotline.edge.graphql.door.RelayPage;
import dev.lotline.edge.graphql.fluent.InventoryQuantity.What;
import dev.lotline.edge.graphql.fluent.InventoryQuantity.Where;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a position's quantities are. Of each place and lot: LAST_ON_HAND is the good stock at the epoch, SALE,
 * CORRECTION and DELTA what has changed since; so whatever is taken out of one is in another, and the ACTIVE ones with
 * RESERVED add up to what is free. Before the first epoch only sales and corrections stand apart. Pure.
 */
public final class QuantityRules {
    /** Of a place: which lot; all null = units without lot. */
    public record Goods(
            @Nullable String place,
            @Nullable Long lot,
            @Nullable String number,
            @Nullable LocalDate expires,
            @Nullable LocalDate originated) {
        boolean same(Goods other) {
            return Objects.equals(place, other.place) && Objects.equals(lot, other.lot);
        }
    }

    /** Signed changes of good stock in a place: to and from pickers, not found by them, and all others. */
    public record Changes(BigDecimal sale, BigDecimal correction, BigDecimal other) {}

    /** @param first when the first change of the two epochs was booked, {@code last} the last; null = none */
    public record Good(
            Goods goods,
            BigDecimal units,
            Changes now,
            Changes before,
            @Nullable OffsetDateTime first,
            @Nullable OffsetDateTime last) {}

    /**
     * A quantity that a client has named.
     *
     * @param epoch of the position when it was made
     * @param posted units by which it has changed stock; {@code waiting}: a second person decides about more
     */
    public record Named(
            Goods goods,
            What said,
            boolean active,
            List<Attribute> attributes,
            int epoch,
            BigDecimal posted,
            boolean waiting,
            OffsetDateTime created,
            OffsetDateTime updated) {
        boolean is(String type) {
            return said.type().equals(type);
        }

        String status(int now) {
            if (is("EXPECTED")) {
                return active ? "CREATED" : "INACTIVE";
            }
            if (waiting) {
                return "PENDING";
            }
            return active && epoch >= now && posted.compareTo(said.units()) == 0 ? "ACTIVE" : "INACTIVE";
        }
    }

    public record Held(Goods goods, BigDecimal units, String state) {}

    /** @param live false = picked or not found; {@code units} of those is what became of it */
    public record Promised(String order, int line, BigDecimal units, boolean live, OffsetDateTime at) {}

    public record Expected(
            Goods goods,
            String reference,
            long id,
            BigDecimal units,
            OffsetDateTime at,
            @Nullable OffsetDateTime expectedOn) {}

    /** @param epoch how many epochs the position has had */
    public record Facts(
            int epoch,
            List<Good> good,
            List<Held> held,
            List<Promised> promised,
            List<Expected> expected,
            List<Named> named) {}

    private final InventoryPosition of;
    private final Facts facts;
    private final List<InventoryQuantity> found = new ArrayList<>();

    private QuantityRules(InventoryPosition of, Facts facts) {
        this.of = of;
        this.facts = facts;
    }

    static List<InventoryQuantity> quantities(InventoryPosition of, Facts facts) {
        QuantityRules rules = new QuantityRules(of, facts);
        facts.good.forEach(rules::good);
        facts.held.forEach(rules::held);
        facts.promised.forEach(rules::promised);
        facts.expected.forEach(rules::expected);
        facts.named.stream().filter(each -> !each.is("LAST_ON_HAND")).forEach(rules::named);
        rules.found.sort(Comparator.comparing(InventoryQuantity::order));
        return List.copyOf(rules.found);
    }

    /** One page of those that the filter takes. Ends with VALIDATION_FAILED. */
    static List<InventoryQuantity> page(InventoryPosition of, Predicate<InventoryQuantity> wanted, RelayPage page) {
        String cursor = page.cursor() == null ? null : Cursors.quantity(page.field(), of.key(), page.cursor());
        List<InventoryQuantity> side = new ArrayList<>(of.quantities().stream()
                .filter(wanted)
                .filter(each -> cursor == null
                        || (page.backwards()
                                ? each.order().compareTo(cursor) < 0
                                : each.order().compareTo(cursor) > 0))
                .toList());
        if (page.backwards()) {
            Collections.reverse(side);
        }
        return side.subList(0, Math.min(page.fetch(), side.size()));
    }

    private void good(Good each) {
        Named name = facts.named.stream()
                .filter(named -> named.is("LAST_ON_HAND") && named.goods.same(each.goods))
                .findFirst()
                .orElse(null);
        BigDecimal other = each.now.other.subtract(named(each.goods, facts.epoch));
        BigDecimal delta = facts.epoch == 0 ? BigDecimal.ZERO : other;
        BigDecimal last = each.units
                .subtract(each.now.sale)
                .subtract(each.now.correction)
                .subtract(facts.epoch == 0 ? named(each.goods, 0) : each.now.other);
        if (last.signum() != 0 || name != null) {
            last(each, last, name);
        }
        changed("SALE", "ACTIVE", each.now.sale, each, facts.epoch);
        changed("CORRECTION", "ACTIVE", each.now.correction, each, facts.epoch);
        changed("DELTA", "ACTIVE", delta, each, facts.epoch);
        int before = facts.epoch - 1;
        changed("SALE", "INACTIVE", each.before.sale, each, before);
        changed("CORRECTION", "INACTIVE", each.before.correction, each, before);
        changed(
                "DELTA",
                "INACTIVE",
                before < 1 ? BigDecimal.ZERO : each.before.other.subtract(ended(each.goods)),
                each,
                before);
    }

    /** By how much named quantities that count have changed the stock of a place in this epoch. */
    private BigDecimal named(Goods goods, int epoch) {
        return facts.named.stream()
                .filter(each -> !each.is("LAST_ON_HAND") && each.goods.same(goods))
                .filter(each -> each.status(epoch).equals("ACTIVE"))
                .map(Named::posted)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By how much named quantities have changed it that ended with the epoch before. */
    private BigDecimal ended(Goods goods) {
        return facts.named.stream()
                .filter(each -> !each.is("LAST_ON_HAND") && each.goods.same(goods) && each.epoch == facts.epoch - 1)
                .map(Named::posted)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void last(Good each, BigDecimal units, @Nullable Named name) {
        What what = name == null
                ? new What("LAST_ON_HAND", ref("LAST_ON_HAND", each.goods, ""), "ACTIVE", units, null, null)
                : new What(
                        "LAST_ON_HAND",
                        name.said.ref(),
                        "ACTIVE",
                        units,
                        name.said.condition(),
                        name.said.expectedOn());
        add(
                what,
                each.goods,
                name == null ? List.of() : name.attributes,
                name == null ? each.first : name.created,
                name == null ? each.last : name.updated);
    }

    private void changed(String type, String status, BigDecimal units, Good each, int epoch) {
        if (units.signum() != 0) {
            What what = new What(type, ref(type, each.goods, ":" + epoch), status, units, null, null);
            add(what, each.goods, List.of(), each.first, each.last);
        }
    }

    private void held(Held each) {
        add(
                new What("HELD", ref("HELD", each.goods, ":" + each.state), "ON_HOLD", each.units, each.state, null),
                each.goods,
                List.of(),
                null,
                null);
    }

    private void promised(Promised each) {
        String ref = of.getRef() + ":RESERVED:" + each.order + ":" + each.line;
        String status = each.live ? "ACTIVE" : "INACTIVE";
        add(
                new What("RESERVED", ref, status, each.units.negate(), null, null),
                new Goods(null, null, null, null, null),
                List.of(),
                each.at,
                each.at);
    }

    private void expected(Expected each) {
        String ref = of.getRef() + ":EXPECTED:" + each.reference + ":" + each.id;
        DateTime on = each.expectedOn == null ? null : DateTime.of(each.expectedOn);
        add(new What("EXPECTED", ref, "CREATED", each.units, null, on), each.goods, List.of(), each.at, each.at);
    }

    private void named(Named each) {
        What said = each.said;
        add(
                new What(
                        said.type(),
                        said.ref(),
                        each.status(facts.epoch),
                        said.units(),
                        said.condition(),
                        said.expectedOn()),
                each.goods,
                each.attributes,
                each.created,
                each.updated);
    }

    private void add(
            What what,
            Goods goods,
            List<Attribute> own,
            @Nullable OffsetDateTime created,
            @Nullable OffsetDateTime updated) {
        List<Attribute> attributes = Stream.concat(
                        own.stream(),
                        lot(goods)
                                .filter(each -> own.stream()
                                        .noneMatch(mine -> mine.getName().equals(each.getName()))))
                .toList();
        found.add(new InventoryQuantity(
                of,
                what,
                new Where(goods.place, attributes),
                created == null ? of.getCreatedOn() : DateTime.of(created),
                updated == null ? of.getUpdatedOn() : DateTime.of(updated)));
    }

    private static Stream<Attribute> lot(Goods goods) {
        return Stream.of(
                        attribute("expiresOn", goods.expires),
                        attribute("manufacturerBatchNumber", goods.number),
                        attribute("manufacturedOn", goods.originated),
                        attribute("storageAreaRef", goods.place))
                .flatMap(each -> each);
    }

    private static Stream<Attribute> attribute(String name, @Nullable Object value) {
        return value == null ? Stream.empty() : Stream.of(Attribute.text(name, value.toString()));
    }

    private String ref(String type, Goods goods, String end) {
        return of.getRef() + ":" + type + ":" + (goods.place == null ? "-" : goods.place) + ":"
                + (goods.lot == null ? "-" : goods.lot) + end;
    }
}
