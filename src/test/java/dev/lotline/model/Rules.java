package dev.lotline.model;

import java.util.Comparator;

/** Which stock may be used, and in which order it is chosen: the rules of shelf life, hold and burn order. */
final class Rules {
    private final House house;

    Rules(House house) {
        this.house = house;
    }

    /** Why a lot may not be used for someone who wants so much life; empty = it may. */
    String refusal(int item, int lot, int minLife) {
        if (lot == Op.NO_LOT) {
            return "";
        }
        if (house.held(item, lot)) {
            return "LOT_ON_HOLD";
        }
        Integer expires = lot(item, lot).expires();
        if (expires == null) {
            return "";
        }
        int left = expires - house.today;
        return left < 0 ? "LOT_EXPIRED" : left < minLife ? "SHELF_LIFE_TOO_SHORT" : "";
    }

    boolean usable(int item, int lot, int minLife) {
        return refusal(item, lot, minLife).isEmpty();
    }

    /** What good units become when they get free. */
    State freeState(int item, int lot) {
        return switch (refusal(item, lot, minLife(item))) {
            case "" -> State.AVAILABLE;
            case "LOT_ON_HOLD" -> State.QUARANTINED;
            default -> State.SHORT_DATED;
        };
    }

    int minLife(int item) {
        Integer days = house.plan.items().get(item).minLife();
        return days == null ? 0 : days;
    }

    /** The larger of the item's minimum and the line's. */
    int minLife(House.Line line) {
        return Math.max(minLife(line.asked.item()), line.asked.minLife());
    }

    Plan.Lot lot(int item, int lot) {
        return house.plan.items().get(item).lots().get(lot);
    }

    boolean named(House.Line line, int lot) {
        return line.asked.lotNumber().isEmpty()
                || lot != Op.NO_LOT && lot(line.asked.item(), lot).number().equals(line.asked.lotNumber());
    }

    /** May the tasks of a line stand on this row? */
    boolean candidate(House.Line line, House.Row row) {
        Plan.Place place = Plan.PLACES.get(row.place);
        return row.state == State.AVAILABLE
                && row.free() > 0
                && usable(row.item, row.lot, minLife(line))
                && named(line, row.lot)
                && place.pickable()
                && !place.locked();
    }

    /** Nearest expiry first, or oldest first; undated last. */
    Comparator<House.Row> choice(int item) {
        Comparator<House.Row> expiry = Comparator.comparing(
                row -> row.lot == Op.NO_LOT ? null : lot(item, row.lot).expires(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<House.Row> origin = Comparator.comparing(
                row -> row.lot == Op.NO_LOT ? null : lot(item, row.lot).made(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<House.Row> byPolicy =
                house.plan.items().get(item).fifo() ? origin.thenComparing(expiry) : expiry.thenComparing(origin);
        return byPolicy.thenComparingInt(row -> row.lot).thenComparingInt(row -> row.place);
    }

    /** Why units can't be put into a place; empty = they can. */
    String placeRefusal(int warehouse, int item, int lot, int place) {
        Plan.Place there = Plan.PLACES.get(place);
        if (there.locked()) {
            return "LOCATION_LOCKED";
        }
        if (!there.keeps()) {
            return "WRONG_LOCATION";
        }
        Plan.Item what = house.plan.items().get(item);
        boolean mixed = there.oneLot()
                && what.lotTracked()
                && !what.mixing()
                && !house.rows(warehouse, item, r -> r.place == place && r.lot != lot)
                        .isEmpty();
        return mixed ? "LOT_MIX_FORBIDDEN" : "";
    }
}
