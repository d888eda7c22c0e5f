package dev.lotline.model;

import java.util.List;

/** Carries out operations on a house of its own and says what the real one must say. */
final class Model {
    final House house;
    private final Inbound inbound;
    private final Outbound outbound;
    private final Holding holding;

    Model(Plan plan) {
        house = new House(plan);
        Rules rules = new Rules(house);
        Claims claims = new Claims(house, rules);
        inbound = new Inbound(house, rules, claims);
        outbound = new Outbound(house, rules, claims);
        holding = new Holding(house, rules, claims);
    }

    /** Null when the operation is about something that does not exist here. */
    Answer play(Op op) {
        return knows(op) ? carryOut(op) : null;
    }

    boolean knows(Op op) {
        if (op instanceof Op.Receive o) {
            return row(o.document(), o.row());
        } else if (op instanceof Op.Stow o) {
            return row(o.document(), o.row());
        } else if (op instanceof Op.Commit o) {
            return in(o.document(), house.documents);
        } else if (op instanceof Op.Close o) {
            return in(o.document(), house.documents);
        } else if (op instanceof Op.CancelReceiving o) {
            return in(o.document(), house.documents);
        } else if (op instanceof Op.Release o) {
            return in(o.order(), house.orders);
        } else if (op instanceof Op.Ship o) {
            return in(o.order(), house.orders);
        } else if (op instanceof Op.CancelOrder o) {
            return in(o.order(), house.orders);
        } else if (op instanceof Op.Pick o) {
            return in(o.task(), house.tasks) && fits(house.tasks.get(o.task()).row.item, o.lot());
        } else if (op instanceof Op.Short o) {
            return in(o.task(), house.tasks);
        } else if (op instanceof Op.Unpick o) {
            return in(o.task(), house.tasks);
        } else if (op instanceof Op.Unhold o) {
            return in(o.hold(), house.holds);
        }
        return true;
    }

    private boolean row(int document, int row) {
        return in(document, house.documents) && in(row, house.documents.get(document).arrivals);
    }

    private boolean fits(int item, int lot) {
        List<Plan.Lot> lots = house.plan.items().get(item).lots();
        return lots.isEmpty() ? lot == Op.NO_LOT : in(lot, lots);
    }

    private static boolean in(int number, List<?> made) {
        return number >= 0 && number < made.size();
    }

    private Answer carryOut(Op op) {
        if (op instanceof Op.Announce o) {
            return inbound.announce(o);
        } else if (op instanceof Op.Receive o) {
            return inbound.receive(o);
        } else if (op instanceof Op.Stow o) {
            return inbound.stow(o);
        } else if (op instanceof Op.Commit o) {
            return inbound.commit(o);
        } else if (op instanceof Op.Close o) {
            return inbound.close(o.document(), false);
        } else if (op instanceof Op.CancelReceiving o) {
            return inbound.close(o.document(), true);
        } else if (op instanceof Op.Move o) {
            return inbound.move(o);
        } else if (op instanceof Op.Order o) {
            return outbound.order(o);
        } else if (op instanceof Op.Release o) {
            return outbound.release(o.order());
        } else if (op instanceof Op.Pick o) {
            return outbound.pick(o);
        } else if (op instanceof Op.Short o) {
            return outbound.shortPick(o);
        } else if (op instanceof Op.Unpick o) {
            return outbound.unpick(o);
        } else if (op instanceof Op.Ship o) {
            return outbound.ship(o);
        } else if (op instanceof Op.CancelOrder o) {
            return outbound.cancel(o.order());
        } else if (op instanceof Op.Hold o) {
            return holding.hold(o);
        } else if (op instanceof Op.Unhold o) {
            return holding.unhold(o.hold());
        } else if (op instanceof Op.Adjust o) {
            return holding.adjust(o);
        } else if (op instanceof Op.NextDay) {
            return holding.nextDay();
        }
        throw new IllegalArgumentException(op.toString());
    }
}
