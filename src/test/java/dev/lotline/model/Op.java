package dev.lotline.model;

import java.util.List;

/**
 * One thing that people do in the house. Items, lots, places and warehouses are numbers of the house; documents, orders,
 * tasks and holds are numbers in the order of their making. An operation on something that does not exist is left out of
 * the sequence, so that a sequence stays playable when operations before it are taken away.
 */
sealed interface Op {
    int NO_LOT = -1;
    int ANY_WAREHOUSE = -1;

    record Announce(int warehouse, boolean autoCommit, boolean autoClose, List<Row> rows) implements Op {
        record Row(int item, int lot, long units) {}
    }

    record Receive(int document, int row, long units) implements Op {}

    record Stow(int document, int row, int place, long units) implements Op {}

    record Commit(int document) implements Op {}

    record Close(int document) implements Op {}

    record CancelReceiving(int document) implements Op {}

    record Move(int warehouse, int item, int lot, int from, int to, State state, long units) implements Op {}

    record Order(int warehouse, List<Line> lines) implements Op {
        /** @param lotNumber empty = none named; @param minLife 0 = none */
        record Line(int item, long units, String lotNumber, boolean singleLot, int minLife) {}
    }

    record Release(int order) implements Op {}

    record Pick(int task, int lot, long units) implements Op {}

    record Short(int task, long units) implements Op {}

    record Unpick(int task, int place, long units) implements Op {}

    record Ship(int order, boolean complete) implements Op {}

    record CancelOrder(int order) implements Op {}

    record Hold(int item, int lot) implements Op {}

    record Unhold(int hold) implements Op {}

    /** Good units that are not there any more. */
    record Adjust(int warehouse, int item, int lot, int place, long units) implements Op {}

    /** Midnight: the clock goes on by a day and every warehouse closes its day. */
    record NextDay() implements Op {}
}
