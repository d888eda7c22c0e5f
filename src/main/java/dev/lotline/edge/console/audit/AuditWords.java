package dev.lotline.edge.console.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of audit and invariants; those of other languages stand in {@code messages/a_<language>.properties}. */
@MessageBundle("a")
public interface AuditWords {
    @Message("Audit")
    String audit();

    @Message("Invariants")
    String invariants();

    @Message("Device")
    String device();

    @Message("Verdict")
    String verdict();

    @Message("Code")
    String code();

    @Message("Back from the end of (UTC)")
    String day();

    @Message("Nothing was recorded within 31 days before.")
    String nothing();

    @Message("Recorded (UTC)")
    String recorded();

    @Message("Raw code")
    String raw();

    @Message("No. of the device")
    String seq();

    @Message("Movements")
    String movements();

    @Message("Rows of the ledger that the event made")
    String movements_help();

    @Message("Correlation id")
    String id();

    @Message("Append-only: nothing here is ever changed or deleted. The list looks back 31 days from its day.")
    String audit_note();

    @Message("Clock of the device")
    String device_time();

    @Message("Takes back")
    String undo_of();

    @Message("What was scanned")
    String scanned();

    @Message("Outcome")
    String outcome();

    @Message("Carrier")
    String carrier();

    @Message("What it says, element by element")
    String elements();

    @Message("Value")
    String value();

    @Message("As it came")
    String payload();

    @Message("They were not asked since the start.")
    String no_run();

    @Message("All {all} hold.")
    String all_hold(int all);

    @Message("{broken} of {all} do not hold.")
    String some_broken(long broken, int all);

    @Message("Ask them all now")
    String run_now();

    @Message("One snapshot of (UTC)")
    String snapshot_of();

    @Message("What must hold")
    String says();

    @Message("Violations")
    String violations();

    @Message("Found, never repaired: a violation takes nothing out of service.")
    String invariants_note();

    @Message(
            "A movement has a quantity, two different sides, one warehouse, and is of a kind that may go from that state to that state.")
    String i01();

    @Message("Every movement belongs to an accepted event, and an event has exactly the movements it counts.")
    String i02();

    @Message("A balance is the sum of what went in less what went out, and its version counts those movements.")
    String i03();

    @Message("The movements of a stock row carry its versions 1, 2, 3 …, and it was never below zero between them.")
    String i04();

    @Message("Nothing is below zero, nothing is claimed twice, and only good stock is claimed.")
    String i05();

    @Message("Stock, summary and order line agree with the claims that name them.")
    String i06();

    @Message("Every open task points at stock that may be picked.")
    String i07();

    @Message("No event is there twice, under its id, its device's number or its content.")
    String i08();

    @Message("What is in the house of an item and lot is what came in less what went out.")
    String i09();

    @Message("No unit of a held lot, place or plate is available.")
    String i10();

    @Message("What a document's line says was done is what the movements naming it did.")
    String i11();

    @Message("A pick takes item, lot and place of its task.")
    String i12();

    @Message("When a task was opened, no usable stock stood earlier in the order of choice.")
    String i13();

    @Message("No task and no pick is below the minimum life of its line; nothing expired is picked or shipped.")
    String i14();

    @Message("One lot per item, number and expiration; one lot in a place that takes only one.")
    String i15();

    @Message("No more is counted than was announced, the tolerance, and what a supervisor accepted.")
    String i16();

    @Message("The totals that every vocabulary is read from are the sums of the rows.")
    String i17();

    @Message("Every accepted change leaves an outbox row in its own transaction.")
    String i18();

    @Message("A print job has as many labels as it says, and nobody holds one in flight who is gone.")
    String i24();

    @Message("What stands on plates is a part of what is there, in the place where its plate stands.")
    String i25();

    @Message("The roll-up of storage fees is the sum of what was accrued; days are closed without a gap.")
    String i26();

    @Message("Units that an owner pays for are the units that the movements left in the place.")
    String i27();

    @Message("Sums by expiry day are the sums of the lots, as they stood when they were counted.")
    String i28();
}
