package dev.lotline.edge.console.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of documents and holds; those of other languages stand in {@code messages/w_<language>.properties}. */
@MessageBundle("w")
public interface WorkWords {
    @Message("Receiving")
    String receiving();

    @Message("Orders")
    String orders();

    @Message("Holds")
    String holds();

    @Message("Open")
    String only_open();

    @Message("All")
    String all();

    @Message("No receiving orders here.")
    String no_receipts();

    @Message("No orders here.")
    String no_orders();

    @Message("No holds here.")
    String no_holds();

    @Message("Reference")
    String reference();

    @Message("Kind")
    String kind();

    @Message("Expected on")
    String expected_on();

    @Message("Expected")
    String expected();

    @Message("Received")
    String received();

    @Message("Put away")
    String stowed();

    @Message("Committed")
    String committed_units();

    @Message("Lines")
    String lines();

    @Message("Line")
    String line();

    @Message("Announced")
    String announced();

    @Message("Difference")
    String difference();

    @Message("Exceptions")
    String exceptions();

    @Message("Ship by")
    String ship_by();

    @Message("Priority")
    String priority();

    @Message("Allocated")
    String allocated();

    @Message("Picked")
    String picked();

    @Message("Shipped")
    String shipped();

    @Message("Lacking")
    String lacking();

    @Message("Customer")
    String customer();

    @Message("Ordered")
    String ordered();

    @Message("Lots")
    String lots();

    @Message("Why this lot?")
    String why();

    @Message("Carrier")
    String carrier();

    @Message("Tracking")
    String tracking();

    @Message("No stock that this line could take.")
    String no_candidates();

    @Message("Free")
    String free();

    @Message("chosen")
    String chosen();

    @Message("In the order of choice: nearest expiry first. ✖ says why a lot was passed over.")
    String why_note();

    @Message("Hold a lot…")
    String new_hold();

    @Message("Reason")
    String reason();

    @Message("Scope")
    String scope();

    @Message("Still held")
    String still_held();

    @Message("Note")
    String note();

    @Message("Lot numbers, separated by commas")
    String lots_to_hold();

    @Message("What would happen?")
    String what_if();

    @Message("What would happen")
    String what_would_happen();

    @Message("What it did")
    String what_happened();

    @Message("Hold now")
    String hold_now();

    @Message(
            "One transaction: the units go into quarantine, claims are cut, open picks are stopped, later receipts of the lot are held too.")
    String hold_note();

    @Message("units put into quarantine")
    String impact_held();

    @Message("units in totes, not to be shipped")
    String impact_picked();

    @Message("units on their way, held when they come")
    String impact_arriving();

    @Message("pick tasks stopped")
    String impact_tasks();

    @Message("units already shipped")
    String impact_shipped();

    @Message("Orders that go short")
    String impact_orders();

    @Message("Decisions")
    String decisions();

    @Message("Decide")
    String decide();

    @Message("Release all")
    String release_all();

    @Message("Dispose of all")
    String dispose_all();

    @Message("orders go short of {units} units")
    String impact_short(String units);

    @Message("Held in {millis} ms.")
    String held_in(long millis);

    @Message("Choice")
    String choice();
}
