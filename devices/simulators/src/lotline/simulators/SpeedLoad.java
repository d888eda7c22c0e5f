package lotline.simulators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings so much stock, announcements and pick tasks into the house that scan mode never runs dry. */
final class SpeedLoad {
    private static final int CHUNK = 5;
    private static final long ANNOUNCED = 100_000_000;
    private static final long COUNTED = 30_000_000;
    private static final long SHELVED = 10_000_000;
    private static final long ORDERED = 5_000_000;
    private static final String LOT = "BENCH-1";
    private static final String EXPIRES = "2039-12-31";

    private final Office office;
    private final Address address;
    private final Account account;
    private final Patience patience;
    private final int items;
    private final Ids ids = new Ids();
    private final Furniture.Kind kind = Furniture.Kind.SCAN;
    private final String owner = kind.owner(0);
    private final String run = "SCAN-" + Long.toString(System.currentTimeMillis(), 36);

    SpeedLoad(Office office, Address address, Account account, Patience patience, int items) {
        this.office = office;
        this.address = address;
        this.account = account;
        this.patience = patience;
        this.items = items;
    }

    /** Four templates per item: RECEIVE, STOW, MOVE, PICK. */
    List<SpeedTemplate> load() throws IOException {
        // the last noun that furnishing makes
        if (!office.exists("/owners/" + owner + "/items/" + kind.sku(items - 1))) {
            Furniture.make(office, kind, items);
        }
        List<SpeedTemplate> templates = new ArrayList<>();
        for (int from = 0; from < items; from += CHUNK) {
            chunk(from, Math.min(items, from + CHUNK), templates);
        }
        return templates;
    }

    private void chunk(int from, int to, List<SpeedTemplate> templates) throws IOException {
        String reference = run + "-" + from;
        List<Object> announced = new ArrayList<>();
        List<Object> ordered = new ArrayList<>();
        for (int n = from; n < to; n++) {
            Map<String, Object> lot = Map.of("lotNumber", LOT, "expirationDate", EXPIRES, "quantity", ANNOUNCED);
            announced.add(Map.of("sku", kind.sku(n), "quantity", ANNOUNCED, "lots", List.of(lot)));
            ordered.add(Map.of("sku", kind.sku(n), "quantity", ORDERED));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reference", reference);
        document.put("owner", owner);
        document.put("warehouse", Furniture.WAREHOUSE);
        Map<String, Object> receiving = new LinkedHashMap<>(document);
        receiving.putAll(Map.of("kind", "WRO", "autoCommit", true, "autoClose", false, "lines", announced));
        office.must("POST", "/receiving-orders", receiving);
        stock(from, to, reference);
        document.put("lines", ordered);
        office.must("POST", "/orders", document);
        String path = "/orders/" + Office.code(owner) + "/" + Office.code(reference) + "/release";
        Map<String, Object> released = Json.object(office.must("POST", path, Map.of()));
        Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();
        Json.array(released.get("tasks")).forEach(t -> tasks.put(sku(t), Json.object(t)));
        for (int n = from; n < to; n++) {
            if (!tasks.containsKey(kind.sku(n))) {
                throw new IllegalStateException("no pick task for " + kind.sku(n) + " in " + released);
            }
            templates(n, reference, tasks.get(kind.sku(n)), templates);
        }
    }

    private static String sku(Object task) {
        return String.valueOf(Json.object(task).get("sku"));
    }

    private void stock(int from, int to, String reference) throws IOException {
        List<ScanEvent> events = new ArrayList<>();
        for (int n = from; n < to; n++) {
            events.add(event("RECEIVE", receive(n, reference, COUNTED)));
            events.add(event("STOW", stow(n, reference, 0, SHELVED)));
            events.add(event("STOW", stow(n, reference, 1, SHELVED)));
        }
        try (Courier courier = new Courier(address, "FAST-000", account, patience, null)) {
            courier.deliver(events);
        }
        for (ScanEvent event : events) {
            if (!"OK".equals(event.verdict)) {
                throw new IllegalStateException(event.json + " was answered " + event.reply);
            }
        }
    }

    private void templates(int n, String reference, Map<String, Object> task, List<SpeedTemplate> templates) {
        templates.add(template("RECEIVE", receive(n, reference, 1)));
        templates.add(template("STOW", stow(n, reference, 2 + n % 2, 1)));
        // one way per item: the shelf holds more than a run can carry
        String there = "\"from\":\"" + kind.place(n, n % 2) + "\",\"location\":\"" + kind.place(n, 1 - n % 2) + "\",";
        templates.add(template("MOVE", there + label(n) + ",\"quantity\":1"));
        templates.add(template(
                "PICK",
                "\"task\":" + Json.write(task.get("task")) + ",\"location\":\"" + task.get("location") + "\","
                        + label(n) + ",\"quantity\":1"));
    }

    private String receive(int n, String reference, long quantity) {
        return document(reference) + label(n) + ",\"quantity\":" + quantity + ",\"location\":\"" + Furniture.dock(n)
                + "\"";
    }

    private String stow(int n, String reference, int which, long quantity) {
        return document(reference) + label(n) + ",\"from\":\"" + Furniture.dock(n) + "\",\"location\":\""
                + kind.place(n, which) + "\",\"quantity\":" + quantity;
    }

    private String document(String reference) {
        return "\"receivingOrder\":{\"owner\":\"" + owner + "\",\"reference\":\"" + reference + "\"},";
    }

    private String label(int n) {
        String data = "]C101" + kind.gtin(n) + "17391231" + "10" + LOT;
        return "\"barcode\":{\"data\":\"" + data + "\",\"symbology\":\"]C1\"}";
    }

    private SpeedTemplate template(String operation, String rest) {
        return new SpeedTemplate(address, operation, Furniture.WAREHOUSE, rest);
    }

    private ScanEvent event(String operation, String rest) {
        String id = ids.id();
        String json = "{\"id\":\"" + id + "\",\"seq\":" + ids.seq() + ",\"at\":\"" + ids.now() + "\",\"operation\":\""
                + operation + "\",\"warehouse\":\"" + Furniture.WAREHOUSE + "\"," + rest + "}";
        return new ScanEvent(id, operation, json);
    }
}
