package dev.lotline.edge.console.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the tiles of the board count; other languages: {@code messages/board_<language>.properties}. */
@MessageBundle("board")
public interface BoardWords {
    @Message("open receiving orders")
    String inbound();

    @Message("exceptions to resolve")
    String exceptions();

    @Message("units on docks, to be put away")
    String waiting();

    @Message("open orders")
    String orders();

    @Message("orders short of units")
    String short_orders();

    @Message("open pick tasks")
    String tasks();

    @Message("open counts")
    String counts();

    @Message("holds")
    String holds();

    @Message("units held")
    String held();

    @Message("lots expire within 30 days")
    String expiring();

    @Message("printers ready")
    String printers();

    @Message("Due today")
    String due_today();

    @Message("Carriers leave at {at}")
    String leaves(String at);

    @Message("no cut-off set")
    String no_cut_off();

    @Message("{time} left")
    String left(String time);

    @Message("they are gone")
    String gone();

    @Message("{open} of {lines} lines to pick")
    String lines(long open, long lines);

    @Message("ETA {time}")
    String eta(String time);

    @Message("ETA –")
    String no_eta();

    @Message("Lines left ÷ lines picked per hour, of the last 60 minutes; – = less than 15 minutes of picks were seen")
    String eta_help();

    @Message("late {time}")
    String late(String time);

    @Message("{orders} orders will miss it")
    String missing(long orders);
}
