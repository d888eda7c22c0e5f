package dev.lotline.model;

/** Announced, counted, put away, committed, closed. */
final class Inbound {
    private final House house;
    private final Rules rules;
    private final Claims claims;

    Inbound(House house, Rules rules, Claims claims) {
        this.house = house;
        this.rules = rules;
        this.claims = claims;
    }

    Answer announce(Op.Announce op) {
        house.documents.add(new House.Document(house.documents.size(), op));
        return Answer.ok("ANNOUNCED");
    }

    Answer receive(Op.Receive op) {
        House.Document document = house.documents.get(op.document());
        if (document.closed || document.cancelled) {
            return Answer.refused("DOCUMENT_CLOSED");
        }
        House.Arrival arrival = document.arrivals.get(op.row());
        long expected = arrival.announced.units();
        long tolerated = expected + Math.min(expected * 10 / 100, 25);
        long counted = Math.max(0, Math.min(op.units(), tolerated - arrival.received));
        arrival.received += counted;
        if (counted > 0) {
            Op.Announce.Row row = arrival.announced;
            put(document, row, Plan.DOCK, State.RECEIVED, counted);
        }
        return counted < op.units() ? Answer.warn("OVERAGE_COUNTED") : Answer.ok("RECEIVED");
    }

    Answer stow(Op.Stow op) {
        House.Document document = house.documents.get(op.document());
        House.Arrival arrival = document.arrivals.get(op.row());
        Op.Announce.Row what = arrival.announced;
        House.Row dock = house.row(document.announced.warehouse(), what.item(), what.lot(), Plan.DOCK, State.RECEIVED);
        if (Math.min(arrival.received - arrival.stowed, dock.units) < op.units()) {
            return Answer.refused("NOT_ENOUGH_STOCK");
        }
        String no = rules.placeRefusal(document.announced.warehouse(), what.item(), what.lot(), op.place());
        if (!no.isEmpty()) {
            return Answer.refused(no);
        }
        boolean commits = document.announced.autoCommit();
        dock.units -= op.units();
        arrival.stowed += op.units();
        arrival.committed += commits ? op.units() : 0;
        State state = commits ? rules.freeState(what.item(), what.lot()) : State.STOWED;
        put(document, what, op.place(), state, op.units());
        if (state == State.AVAILABLE) {
            claims.drain(document.announced.warehouse(), what.item());
        }
        finish(document);
        return Answer.ok("STOWED");
    }

    Answer commit(Op.Commit op) {
        House.Document document = house.documents.get(op.document());
        if (document.cancelled) {
            return Answer.refused("DOCUMENT_CLOSED");
        }
        int warehouse = document.announced.warehouse();
        for (int item = 0; item < house.plan.items().size(); item++) {
            for (House.Arrival arrival : document.arrivals) {
                if (arrival.announced.item() == item && arrival.stowed > arrival.committed) {
                    commit(document, arrival);
                    claims.drain(warehouse, item);
                }
            }
        }
        finish(document);
        return Answer.ok("COMMITTED");
    }

    /** Units of one lot are alike: they are taken from the places where they stand, first used first. */
    private void commit(House.Document document, House.Arrival arrival) {
        long left = arrival.stowed - arrival.committed;
        Op.Announce.Row what = arrival.announced;
        for (House.Row row : house.rows(
                document.announced.warehouse(), what.item(), r -> r.state == State.STOWED && r.lot == what.lot())) {
            long units = Math.min(left, row.units);
            if (units > 0) {
                row.units -= units;
                left -= units;
                put(document, what, row.place, rules.freeState(what.item(), what.lot()), units);
            }
        }
        arrival.committed = arrival.stowed;
    }

    private void put(House.Document document, Op.Announce.Row what, int place, State state, long units) {
        House.Row row = house.row(document.announced.warehouse(), what.item(), what.lot(), place, state);
        row.units += units;
        if (state == State.QUARANTINED) {
            row.byHold.merge(house.holdOf(what.item(), what.lot()), units, Long::sum);
        }
    }

    private void finish(House.Document document) {
        boolean done = document.arrivals.stream().allMatch(a -> a.open() == 0 && a.committed == a.received);
        document.closed |= document.announced.autoClose() && done;
    }

    Answer close(int number, boolean cancel) {
        House.Document document = house.documents.get(number);
        if (document.closed || document.cancelled) {
            return Answer.refused("DOCUMENT_CLOSED");
        }
        if (cancel && document.arrivals.stream().anyMatch(a -> a.received > 0)) {
            return Answer.refused("ALREADY_COUNTED");
        }
        document.cancelled = cancel;
        document.closed = !cancel;
        return Answer.ok(cancel ? "CANCELLED" : "CLOSED");
    }

    Answer move(Op.Move op) {
        House.Row from = house.row(op.warehouse(), op.item(), op.lot(), op.from(), op.state());
        if (from.free() < op.units()) {
            return Answer.refused("NOT_ENOUGH_STOCK");
        }
        String no = rules.placeRefusal(op.warehouse(), op.item(), op.lot(), op.to());
        if (!no.isEmpty()) {
            return Answer.refused(no);
        }
        House.Row to = house.row(op.warehouse(), op.item(), op.lot(), op.to(), op.state());
        from.units -= op.units();
        to.units += op.units();
        Holding.along(from, to, op.units());
        return Answer.ok("MOVED");
    }
}
