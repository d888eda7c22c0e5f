package dev.lotline.edge.console.shell.table;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of tables and of what is live; those of other languages stand in {@code messages/tool_<language>.properties}. */
@MessageBundle("tool")
public interface ToolWords {
    @Message("Columns")
    String columns();

    @Message("Show these")
    String show_columns();

    @Message("What can be done")
    String acts();

    @Message("Save this view")
    String save_view();

    @Message("Name")
    String view_name();

    @Message("Save")
    String save();

    @Message("My views")
    String my_views();

    @Message("Filters")
    String filters();

    @Message("All rows of this view, in this order, as CSV")
    String csv_help();

    @Message("All rows of this view, in this order, as XLSX")
    String xlsx_help();

    @Message("Nothing here. Another filter may show more.")
    String nothing();

    @Message("live")
    String live();

    @Message("reconnecting")
    String reconnecting();

    @Message("paused")
    String paused();

    @Message("Other rows: show them")
    String stale();

    @Message("For a screen on the wall")
    String kiosk();

    @Message("Closer rows")
    String density();

    @Message("Keys")
    String keys();

    @Message("Search; a scan goes there by itself")
    String key_search();

    @Message("Next and previous row; Enter opens it")
    String key_rows();

    @Message("Board, inventory, receiving, orders, holds, expiry")
    String key_go();

    @Message("These keys")
    String key_help();

    @Message("Close")
    String close();

    @Message("No network. This page stands as it was; what you follow or send waits until the network is back.")
    String offline();
}
