package dev.lotline.edge.console.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame and of stock; those of other languages stand in {@code messages/c_<language>.properties}. */
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
}
