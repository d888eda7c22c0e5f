package lotline.simulators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiving order on the floor: its announced rows are worked by several handhelds, the last one closes it. */
final class Inbound {
    final String owner;
    final String reference;
    final boolean autoCommit;
    final List<Row> rows = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    /**
     * One announced lot of one line.
     *
     * @param open units that may still be counted
     */
    record Row(Goods goods, long open, long received, long stowed) {}

    private Inbound(String owner, String reference, boolean autoCommit) {
        this.owner = owner;
        this.reference = reference;
        this.autoCommit = autoCommit;
    }

    /** From {@code GET /receiving-orders/{owner}/{reference}}. */
    static Inbound of(Map<String, Object> document, House house) {
        String owner = House.name(document, "owner");
        boolean autoCommit = Boolean.TRUE.equals(document.get("autoCommit"));
        Inbound order = new Inbound(owner, String.valueOf(document.get("reference")), autoCommit);
        for (Object each : Json.array(document.get("lines"))) {
            Map<String, Object> line = Json.object(each);
            Goods.Item item = house.items().get(owner + "/" + line.get("sku"));
            if (item == null) {
                continue;
            }
            List<Object> lots = Json.array(line.get("lots"));
            for (Object row : lots.isEmpty() ? List.of(line) : lots) {
                order.rows.add(row(item, Json.object(row)));
            }
        }
        order.open.set(order.rows.size());
        return order;
    }

    private static Row row(Goods.Item item, Map<String, Object> row) {
        String expires = Json.string(row.get("expirationDate"));
        Goods goods =
                new Goods(item, Json.string(row.get("lotNumber")), expires == null ? null : LocalDate.parse(expires));
        return new Row(
                goods,
                Json.units(row.get("expected"), 0),
                Json.units(row.get("received"), 0),
                Json.units(row.get("stowed"), 0));
    }

    String path() {
        return path(Map.of("owner", owner, "reference", reference));
    }

    /** Of a heading in a list or of an order that was just announced. */
    static String path(Map<String, Object> heading) {
        String reference = String.valueOf(heading.get("reference"));
        return "/receiving-orders/" + Office.code(House.name(heading, "owner")) + "/" + Office.code(reference);
    }

    /** After the last row: exceptions are turned down, what is stowed is committed, what is missing is missing. */
    void finish(Office office, Random dice) {
        if (open.decrementAndGet() > 0) {
            return;
        }
        Map<String, Object> document = office.get(path());
        resolve(document, office, dice);
        Json.array(document.get("lines")).forEach(line -> resolve(Json.object(line), office, dice));
        if (!autoCommit) {
            office.command(path() + "/commit", Map.of());
        }
        office.command(path() + "/close", Map.of());
    }

    private void resolve(Map<String, Object> part, Office office, Random dice) {
        for (Object each : Json.array(part.get("exceptions"))) {
            Map<String, Object> exception = Json.object(each);
            if ("OPEN".equals(exception.get("state")) && exception.get("id") != null && dice.nextInt(10) < 8) {
                Map<String, String> decision = Map.of("decision", "REJECT", "note", "not ours");
                office.command(path() + "/exceptions/" + exception.get("id") + "/resolve", decision);
            }
        }
    }
}
