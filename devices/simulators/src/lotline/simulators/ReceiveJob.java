package lotline.simulators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Counts one announced row on a dock and puts it away. */
final class ReceiveJob implements Job {
    private static final int PACK = 12;
    private static final int TRIES = 12;

    private final Inbound order;
    private final Inbound.Row row;

    ReceiveJob(Inbound order, Inbound.Row row) {
        this.order = order;
        this.row = row;
    }

    @Override
    public void work(Handheld h) throws IOException {
        String dock = h.house.dock(h.dice);
        long counted = count(h, dock);
        // what an earlier shift left on some dock is looked for there by the server
        long leftBefore = row.received() - row.stowed();
        if (leftBefore > 0) {
            stow(h, null, leftBefore);
        }
        if (counted > 0) {
            stow(h, dock, counted);
        }
        order.finish(h.office, h.dice);
    }

    /** Answers the units that the dock now has more. */
    private long count(Handheld h, String dock) throws IOException {
        List<ScanEvent> counts = new ArrayList<>();
        List<Long> units = new ArrayList<>();
        for (long quantity : plan(row.open(), h)) {
            if (h.chance(0.04)) {
                counts.add(receive(h, h.oneOf("WRONG_LOT", "UNREADABLE", "UNKNOWN"), 1 + h.dice.nextInt(3), dock));
                units.add(0L);
            }
            counts.add(receive(h, "", quantity, dock));
            units.add(quantity);
        }
        h.play(counts);
        long counted = 0;
        for (int i = 0; i < counts.size(); i++) {
            ScanEvent event = counts.get(i);
            if (event.booked() && units.get(i) > 0) {
                counted += within(event, units.get(i));
                if ("OK".equals(event.verdict) && h.chance(0.03) && h.undo(event)) {
                    ScanEvent again = receive(h, "", units.get(i), dock);
                    h.play(List.of(again));
                    counted += (again.booked() ? within(again, units.get(i)) : 0) - units.get(i);
                }
            }
        }
        return counted;
    }

    /** Of an overage only the part within the tolerance is counted; the reply's facts say how much. */
    private static long within(ScanEvent event, long units) {
        if ("OK".equals(event.verdict)) {
            return units;
        }
        return Json.units(Json.object(event.reply.get("facts")).get("counted"), 0);
    }

    /** 38 of 40 here, twelve at a time there, now and then too many. */
    private static List<Long> plan(long open, Handheld h) {
        List<Long> quantities = new ArrayList<>();
        if (open <= 0) {
            return quantities;
        }
        long all = open;
        if (open > 4 && h.chance(0.10)) {
            all = open - 2;
        } else if (h.chance(0.05)) {
            all = open + 1 + h.dice.nextInt(30);
        }
        int style = h.dice.nextInt(10);
        long step = style < 4 ? all : style < 8 || all > 50 ? PACK : 1;
        if (all / step > 100) {
            step = (all + 99) / 100;
        }
        for (long left = all; left > 0; left -= step) {
            quantities.add(Math.min(step, left));
        }
        return quantities;
    }

    private void stow(Handheld h, String dock, long units) throws IOException {
        long left = units;
        for (int tries = 0; left > 0 && tries < TRIES; tries++) {
            long some = h.dice.nextInt(3) == 0 ? Math.min(left, PACK) : left;
            String place = h.house.place(h.dice);
            String mistake = "";
            if (h.chance(0.05)) {
                place = h.wrongPlace();
            } else if (h.chance(0.03)) {
                mistake = h.oneOf("WRONG_LOT", "UNREADABLE", "UNKNOWN");
            }
            String to = (dock == null ? "" : "\"from\":\"" + dock + "\",") + "\"location\":\"" + place + "\"";
            ScanEvent stow = h.event("STOW", h.document(order), row.goods(), mistake, some, to);
            h.play(List.of(stow));
            if (stow.refused("NOT_ENOUGH_STOCK") && mistake.isEmpty()) {
                return;
            }
            if (stow.booked()) {
                left -= some;
                settled(h, stow, place, some);
            }
        }
    }

    /** After a put-away: perhaps it was the wrong button, perhaps it is carried on to another place. */
    private void settled(Handheld h, ScanEvent stow, String place, long units) throws IOException {
        Random dice = h.dice;
        if (h.chance(0.02) && h.undo(stow)) {
            String to = "\"location\":\"" + place + "\"";
            h.play(List.of(h.event("STOW", h.document(order), row.goods(), "", units, to)));
        }
        if (order.autoCommit && dice.nextInt(6) == 0) {
            String to = "\"from\":\"" + place + "\",\"location\":\"" + h.house.place(dice) + "\"";
            h.play(List.of(h.event("MOVE", "", row.goods(), "", Math.max(1, units / 2), to)));
        }
        h.foreman.stocked(row.goods().item(), units);
    }

    private ScanEvent receive(Handheld h, String mistake, long quantity, String dock) {
        return h.event("RECEIVE", h.document(order), row.goods(), mistake, quantity, "\"location\":\"" + dock + "\"");
    }
}
