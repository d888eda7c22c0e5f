package dev.lotline.edge.console.receiving;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of receiving; those of other languages stand in {@code messages/r_<language>.properties}. */
@MessageBundle("r")
public interface ReceivingWords {
    @Message("Open receiving orders by state")
    String by_state();

    @Message("States are counted among the 1,000 newest open orders.")
    String capped();

    @Message("Announce a receiving order…")
    String announce_new();

    @Message("Announced less counted, at least 0, until the order is closed")
    String expected_help();

    @Message("Counted on the dock, accepted exceptions included")
    String received_help();

    @Message("Put away so far, of what was counted")
    String stowed_help();

    @Message("Made available so far, of what was put away")
    String committed_help();

    @Message("Counted − announced")
    String difference_help();

    @Message("Counted by")
    String counted_by();

    @Message("Commit what is put away at once")
    String auto_commit();

    @Message("Close by itself when all is counted")
    String auto_close();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("Commit")
    String commit();

    @Message("What is put away becomes available; backorders are served from it")
    String commit_help();

    @Message("Close")
    String close();

    @Message("What was not counted is no longer expected; shortages are recorded")
    String close_help();

    @Message("Cancel the order")
    String cancel();

    @Message("Only while nothing is counted")
    String cancel_help();

    @Message("Accept")
    String accept();

    @Message("Reject")
    String reject();

    @Message(
            "Accept counts the units after all, under the lot that was scanned; reject never does; relabel counts them as what they are in truth and prints the label. Until then they are in no figure.")
    String exceptions_note();

    @Message("Relabel…")
    String relabel();

    @Message("Count and print the label")
    String relabel_now();

    @Message("SKU, when it is another one")
    String relabel_sku();

    @Message("Document")
    String document();

    @Message("Goods")
    String goods();

    @Message("Verdict")
    String verdict();

    @Message("Add a row")
    String add_row();

    @Message("Paste a list")
    String paste();

    @Message(
            "SKU, lot, expiration (2026-12-01), units: a line each, between them a tab, a semicolon or a comma; at most 1,000 lines. A first line of headings is skipped.")
    String paste_help();

    @Message("Check")
    String check();

    @Message("Announce")
    String announce();

    @Message("Checking stores nothing. Rows of one SKU become one line with its lots. Announcing is all or nothing.")
    String announce_note();

    @Message("All {rows} rows can be announced.")
    String all_good(int rows);

    @Message("{refused} of {rows} rows can't be announced.")
    String some_refused(int refused, int rows);
}
