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
}
