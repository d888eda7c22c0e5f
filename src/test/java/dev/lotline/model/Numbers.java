package dev.lotline.model;

import java.util.List;

/** Operations on fewer things: numbered anew after one of them is gone, or without one of their rows. */
final class Numbers {
    private Numbers() {}

    /** The operation when the announcement, order or hold of this number was never made; null when it was about it. */
    static Op after(Op gone, int number, Op op) {
        int named = gone instanceof Op.Announce
                ? document(op)
                : gone instanceof Op.Order
                        ? order(op)
                        : gone instanceof Op.Hold && op instanceof Op.Unhold o ? o.hold() : -1;
        return named < number ? op : named == number ? null : lower(op);
    }

    private static int document(Op op) {
        return op instanceof Op.Receive o
                ? o.document()
                : op instanceof Op.Stow o
                        ? o.document()
                        : op instanceof Op.Commit o
                                ? o.document()
                                : op instanceof Op.Close o
                                        ? o.document()
                                        : op instanceof Op.CancelReceiving o ? o.document() : -1;
    }

    private static int order(Op op) {
        return op instanceof Op.Release o
                ? o.order()
                : op instanceof Op.Ship o ? o.order() : op instanceof Op.CancelOrder o ? o.order() : -1;
    }

    private static Op lower(Op op) {
        if (op instanceof Op.Receive o) {
            return new Op.Receive(o.document() - 1, o.row(), o.units());
        } else if (op instanceof Op.Stow o) {
            return new Op.Stow(o.document() - 1, o.row(), o.place(), o.units());
        } else if (op instanceof Op.Commit o) {
            return new Op.Commit(o.document() - 1);
        } else if (op instanceof Op.Close o) {
            return new Op.Close(o.document() - 1);
        } else if (op instanceof Op.CancelReceiving o) {
            return new Op.CancelReceiving(o.document() - 1);
        } else if (op instanceof Op.Release o) {
            return new Op.Release(o.order() - 1);
        } else if (op instanceof Op.Ship o) {
            return new Op.Ship(o.order() - 1, o.complete());
        } else if (op instanceof Op.CancelOrder o) {
            return new Op.CancelOrder(o.order() - 1);
        } else if (op instanceof Op.Unhold o) {
            return new Op.Unhold(o.hold() - 1);
        }
        return op;
    }

    static Op withoutLast(Op op) {
        if (op instanceof Op.Announce o) {
            List<Op.Announce.Row> rows = o.rows();
            return new Op.Announce(
                    o.warehouse(), o.autoCommit(), o.autoClose(), rows.subList(0, Math.max(1, rows.size() - 1)));
        } else if (op instanceof Op.Order o) {
            return new Op.Order(
                    o.warehouse(), o.lines().subList(0, Math.max(1, o.lines().size() - 1)));
        }
        return op;
    }

    /** Of an order only: rows of an announcement are named by their place in it. */
    static Op withoutFirst(Op op) {
        return op instanceof Op.Order o && o.lines().size() > 1
                ? new Op.Order(o.warehouse(), o.lines().subList(1, o.lines().size()))
                : op;
    }
}
