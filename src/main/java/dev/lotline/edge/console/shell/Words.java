package dev.lotline.edge.console.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the console; those of other languages stand in {@code messages/c_<language>.properties}. */
@MessageBundle("c")
public interface Words {
    @Message("To the content")
    String skip();

    @Message("Search")
    String search_label();

    @Message("SKU, lot or barcode")
    String search_hint();

    @Message("Views")
    String views();

    @Message("Board")
    String board();

    @Message("Inventory")
    String inventory();

    @Message("Sign out")
    String sign_out();

    @Message("Sign in")
    String sign_in();

    @Message("Every lot from dock to customer, by scan, nearest expiry first.")
    String promise();

    @Message("That name and password don’t go together, or there were too many tries: wait a little and try again.")
    String sign_in_refused();

    @Message("Name")
    String name();

    @Message("Password")
    String password();

    @Message("In this demo warehouse you may be")
    String demo_title();

    @Message("Role")
    String role();

    @Message("No account yet? An administrator makes one: POST /api/v1/admin/people.")
    String no_account();

    @Message("API, health and your first scan by command line")
    String start_page();

    @Message("open receiving orders")
    String tile_inbound();

    @Message("exceptions to resolve")
    String tile_exceptions();

    @Message("open orders")
    String tile_orders();

    @Message("orders short of units")
    String tile_short();

    @Message("open pick tasks")
    String tile_tasks();

    @Message("holds")
    String tile_holds();

    @Message("units held")
    String tile_held();

    @Message("lots expire within 30 days")
    String tile_expiring();

    @Message("Owner")
    String owner();

    @Message("Warehouse")
    String warehouse();

    @Message("All warehouses")
    String all_warehouses();

    @Message("Show")
    String show();

    @Message("No items here.")
    String no_items();

    @Message("SKU")
    String sku();

    @Message("Item")
    String item();

    @Message("Incoming")
    String incoming();

    @Message("Announced, or counted and not yet committed")
    String incoming_help();

    @Message("On hand")
    String on_hand();

    @Message("On hand = committed + fulfillable: committed and good, or picked")
    String on_hand_help();

    @Message("Committed")
    String committed();

    @Message("Reserved, picked, or promised to orders that lack nothing")
    String committed_help();

    @Message("Fulfillable")
    String fulfillable();

    @Message("On hand − committed")
    String fulfillable_help();

    @Message("Held")
    String held();

    @Message("In quarantine, damaged, or too old to be sold")
    String held_help();

    @Message("Exception")
    String exception();

    @Message("Open on orders with a line that is not fully claimed")
    String exception_help();

    @Message("Backordered")
    String backordered();

    @Message("Exception − fulfillable, 0 at least")
    String backordered_help();

    @Message("Next page")
    String next_page();

    @Message("Lot breakdown")
    String breakdown();

    @Message("Lot")
    String lot();

    @Message("Expires")
    String expires();

    @Message("Days left")
    String days_left();

    @Message("Status")
    String status();

    @Message("Places")
    String places();

    @Message("(without number)")
    String unnumbered();

    @Message("(no lot)")
    String no_lot();

    @Message("Promised, lot not chosen yet")
    String unchosen();

    @Message("Σ item")
    String total();

    @Message("Exception and Backordered belong to the item: a lot shows –. Each column adds up to the item’s figure.")
    String breakdown_note();

    @Message("Hold")
    String hold();

    @Message("Units")
    String units();

    @Message("No units anywhere.")
    String nowhere();

    @Message("Place")
    String place();

    @Message("State")
    String state();

    @Message("Reserved")
    String reserved();

    @Message("Movements")
    String moves();

    @Message("Nothing moved yet.")
    String no_moves();

    @Message("When (UTC)")
    String when();

    @Message("What")
    String what();

    @Message("To")
    String to();

    @Message("Document")
    String document();

    @Message("Who")
    String who();

    @Message("Account")
    String account();

    @Message("Change password")
    String change_password();

    @Message("Present password")
    String old_password();

    @Message("New password again")
    String again();

    @Message("The two new passwords differ.")
    String password_different();

    @Message("A password must not contain your name.")
    String password_name();

    @Message("The present password is wrong.")
    String password_wrong();

    @Message("All your sessions end; sign in again with the new password.")
    String password_note();

    @Message("From")
    String source();

    @Message("Nothing is called “{word}”.")
    String nothing_found(String word);

    @Message("The newest {most} are shown.")
    String newest(int most);

    @Message("A password has {shortest} to 72 characters.")
    String password_short(int shortest);

    @Message("New password, {shortest} characters or more")
    String new_password(int shortest);

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

    @Message("RECALL and QUALITY are released by a second person. Parts of a hold are decided by REST.")
    String decide_note();

    @Message("orders go short of {units} units")
    String impact_short(String units);

    @Message("Held in {millis} ms.")
    String held_in(long millis);

    @Message("Choice")
    String choice();
}
