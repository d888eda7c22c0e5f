package dev.lotline.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations in the words of play.sql; what a task or a document stands for is looked up in the model. */
final class Steps {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Steps() {}

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> of(Op op, House house) {
        if (op instanceof Op.Announce o) {
            List<Map<String, Object>> rows = o.rows().stream()
                    .map(r -> fields("item", r.item(), "lot", lot(r.item(), r.lot()), "units", r.units()))
                    .toList();
            return fields(
                    "operation",
                    "ANNOUNCE",
                    "reference",
                    "D" + house.documents.size(),
                    "warehouse",
                    o.warehouse(),
                    "autoCommit",
                    o.autoCommit(),
                    "autoClose",
                    o.autoClose(),
                    "rows",
                    rows);
        } else if (op instanceof Op.Order o) {
            return fields(
                    "operation",
                    "ORDER",
                    "reference",
                    "O" + house.orders.size(),
                    "warehouse",
                    o.warehouse() == Op.ANY_WAREHOUSE ? null : o.warehouse(),
                    "lines",
                    o.lines());
        } else if (op instanceof Op.Receive o) {
            Map<String, Object> step = arrival("RECEIVE", house, o.document(), o.row(), o.units());
            step.put("to", Plan.PLACES.get(Plan.DOCK).code());
            return step;
        } else if (op instanceof Op.Stow o) {
            Map<String, Object> step = arrival("STOW", house, o.document(), o.row(), o.units());
            step.put("from", Plan.PLACES.get(Plan.DOCK).code());
            step.put("to", Plan.PLACES.get(o.place()).code());
            return step;
        } else if (op instanceof Op.Move o) {
            return fields(
                    "operation",
                    "MOVE",
                    "warehouse",
                    o.warehouse(),
                    "item",
                    o.item(),
                    "lot",
                    lot(o.item(), o.lot()),
                    "from",
                    Plan.PLACES.get(o.from()).code(),
                    "to",
                    Plan.PLACES.get(o.to()).code(),
                    "state",
                    o.state(),
                    "units",
                    o.units());
        }
        if (op instanceof Op.Adjust o) {
            String place = Plan.PLACES.get(o.place()).code();
            return fields(
                    "operation",
                    "ADJUST",
                    "warehouse",
                    o.warehouse(),
                    "item",
                    o.item(),
                    "lot",
                    lot(o.item(), o.lot()),
                    "to",
                    place,
                    "units",
                    o.units());
        }
        return op instanceof Op.NextDay ? fields("operation", "NEXT_DAY") : ofTaskOrCommand(op, house);
    }

    private static Map<String, Object> ofTaskOrCommand(Op op, House house) {
        if (op instanceof Op.Pick o) {
            return task("PICK", house, o.task(), o.lot(), o.units(), "@TOTE");
        } else if (op instanceof Op.Short o) {
            int lot = house.tasks.get(o.task()).row.lot;
            return task("SHORT", house, o.task(), lot, o.units(), null);
        } else if (op instanceof Op.Unpick o) {
            int lot = house.tasks.get(o.task()).row.lot;
            return task(
                    "UNPICK",
                    house,
                    o.task(),
                    lot,
                    o.units(),
                    Plan.PLACES.get(o.place()).code());
        } else if (op instanceof Op.Commit o) {
            return document("COMMIT", house, o.document());
        } else if (op instanceof Op.Close o) {
            return document("CLOSE", house, o.document());
        } else if (op instanceof Op.CancelReceiving o) {
            return document("CANCEL_RECEIVING", house, o.document());
        } else if (op instanceof Op.Release o) {
            return fields("operation", "RELEASE", "order", "O" + o.order());
        } else if (op instanceof Op.CancelOrder o) {
            return fields("operation", "CANCEL_ORDER", "order", "O" + o.order());
        } else if (op instanceof Op.Ship o) {
            return fields("operation", "SHIP", "order", "O" + o.order(), "complete", o.complete());
        } else if (op instanceof Op.Hold o) {
            return fields("operation", "HOLD", "item", o.item(), "lot", lot(o.item(), o.lot()));
        } else if (op instanceof Op.Unhold o) {
            return fields("operation", "UNHOLD", "hold", o.hold());
        }
        throw new IllegalArgumentException(op.toString());
    }

    private static Map<String, Object> document(String operation, House house, int number) {
        int warehouse = house.documents.get(number).announced.warehouse();
        return fields("operation", operation, "document", "D" + number, "warehouse", warehouse);
    }

    private static Map<String, Object> arrival(String operation, House house, int document, int row, long units) {
        Map<String, Object> step = document(operation, house, document);
        Op.Announce.Row what = house.documents.get(document).arrivals.get(row).announced;
        step.putAll(fields("row", row, "item", what.item(), "lot", lot(what.item(), what.lot()), "units", units));
        return step;
    }

    private static Map<String, Object> task(String operation, House house, int number, int lot, long units, String to) {
        House.Task task = house.tasks.get(number);
        House.Row row = task.row;
        return fields(
                "operation",
                operation,
                "task",
                house.nth(task),
                "ofOrder",
                "O" + task.line.order.number,
                "ofLine",
                task.line.number,
                "warehouse",
                row.warehouse,
                "item",
                row.item,
                "lot",
                lot(row.item, lot),
                "from",
                Plan.PLACES.get(row.place).code(),
                "to",
                to,
                "units",
                units);
    }

    private static String lot(int item, int lot) {
        return lot == Op.NO_LOT ? null : "I" + item + "L" + lot;
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new HashMap<>();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            fields.put((String) namesAndValues[n], namesAndValues[n + 1]);
        }
        fields.values().removeIf(value -> value == null);
        return fields;
    }
}
