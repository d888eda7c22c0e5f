package dev.lotline.edge.console.holds;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of recalls; those of other languages stand in {@code messages/h_<language>.properties}. */
@MessageBundle("h")
public interface HoldWords {
    @Message("Report")
    String report();

    @Message("By lot and place")
    String by_lot_and_place();

    @Message("How many; empty = all")
    String how_many();

    @Message("all")
    String all_of_it();

    @Message("Release the lot")
    String release_lot();

    @Message("Release the place")
    String release_place();

    @Message("Send back")
    String send_back();

    @Message("Dispose")
    String dispose();

    @Message(
            "A lot is released wherever it is. RECALL and QUALITY need another person than the one who placed the hold; disposing above the threshold, too.")
    String units_note();

    @Message("RECALL and QUALITY are released by a second person.")
    String decide_note();

    @Message("Every unit is accounted for.")
    String reconciled();

    @Message("Not every unit is accounted for; see the column of differences.")
    String not_reconciled();

    @Message("Only the first 2,000 parties are summed here; all of them by GET /api/v1/holds/…/trace.")
    String incomplete();

    @Message("Accounts of each lot")
    String accounts();

    @Message("Difference = received + adjusted − on hand − shipped − disposed")
    String formula();

    @Message("From suppliers, and from customers who sent something back")
    String received_help();

    @Message("On hand")
    String on_hand();

    @Message("In the house, whatever the state, totes included")
    String on_hand_help();

    @Message("To customers, and sent back to suppliers")
    String shipped_help();

    @Message("Disposed of")
    String disposed();

    @Message("Adjusted")
    String adjusted();

    @Message("By counts and adjustments")
    String adjusted_help();

    @Message("Customers to call")
    String customers();

    @Message("Nothing of it was shipped.")
    String nobody();

    @Message("Country")
    String country();

    @Message("First on")
    String first();

    @Message("Last on")
    String last();

    @Message("Called")
    String called();

    @Message("(no customer named)")
    String no_customer();

    @Message("Second person")
    String two();

    @Message("Printed as it stands. As a file: GET /api/v1/holds/…/trace as CSV or XLSX.")
    String print_note();
}
