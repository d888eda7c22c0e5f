package lotline.simulators;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Releases one order, picks its tasks in walking order and ships what was picked. */
final class PickJob implements Job {
    private static final int ROUNDS = 6;

    private final String owner;
    private final String reference;

    PickJob(String owner, String reference) {
        this.owner = owner;
        this.reference = reference;
    }

    @Override
    public void work(Handheld h) throws IOException {
        boolean picked = false;
        for (int round = 0; round < ROUNDS; round++) {
            Office.Answer released = h.office.command(path() + "/release", Map.of());
            List<Object> tasks = Json.array(Json.object(released.body()).get("tasks"));
            if (!released.done() || tasks.isEmpty()) {
                break;
            }
            List<ScanEvent> events = new ArrayList<>();
            for (Object each : tasks) {
                task(h, Json.object(each), events);
            }
            h.play(events);
            for (ScanEvent event : events) {
                boolean pick = event.operation.equals("PICK") && event.booked();
                picked |= pick;
                if (pick && h.chance(0.02)) {
                    h.undo(event);
                }
            }
        }
        if (picked) {
            h.office.command(path() + "/ship", Map.of("carrier", "SIM", "trackingNumber", h.ids.id()));
        }
    }

    private void task(Handheld h, Map<String, Object> task, List<ScanEvent> events) {
        Goods.Item item = h.house.items().get(owner + "/" + task.get("sku"));
        long quantity = Json.units(task.get("quantity"), 0);
        if (item == null || quantity <= 0 || !h.house.warehouse().equals(task.get("warehouse"))) {
            return;
        }
        String expires = Json.string(task.get("expirationDate"));
        Goods goods =
                new Goods(item, Json.string(task.get("lotNumber")), expires == null ? null : LocalDate.parse(expires));
        String id = "\"task\":" + Json.write(task.get("task"));
        String place = String.valueOf(task.get("location"));
        if (h.chance(0.03)) {
            events.add(pick(h, id, goods, "", quantity, h.wrongPlace()));
        }
        if (h.chance(0.03)) {
            events.add(pick(h, id, goods, h.oneOf("WRONG_LOT", "UNREADABLE", "UNKNOWN"), quantity, place));
        }
        if (h.chance(0.02)) {
            events.add(pick(h, id, goods, "", quantity + 1, place));
        }
        if (h.chance(0.03)) {
            long missing = 1 + h.dice.nextInt((int) Math.min(quantity, 3));
            if (quantity > missing) {
                events.add(pick(h, id, goods, "", quantity - missing, place));
            }
            events.add(h.event("SHORT", id, null, "", missing, "\"reason\":\"NOT_FOUND\""));
        } else if (quantity > 1 && h.dice.nextInt(5) == 0) {
            events.add(pick(h, id, goods, "", quantity / 2, place));
            events.add(pick(h, id, goods, "", quantity - quantity / 2, place));
        } else {
            events.add(pick(h, id, goods, "", quantity, place));
        }
        if (h.chance(0.02)) {
            events.add(pick(h, id, goods, "", 1, place));
        }
    }

    private static ScanEvent pick(Handheld h, String task, Goods goods, String mistake, long quantity, String place) {
        return h.event("PICK", task, goods, mistake, quantity, "\"location\":\"" + place + "\"");
    }

    private String path() {
        return "/orders/" + Office.code(owner) + "/" + Office.code(reference);
    }
}
