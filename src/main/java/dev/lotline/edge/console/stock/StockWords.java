package dev.lotline.edge.console.stock;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of stock beside those of the frame; other languages: {@code messages/goods_<language>.properties}. */
@MessageBundle("goods")
public interface StockWords {
    @Message(
            "Incoming = announced and open + received + put away, not yet committed. ShipStream: expected + processed + put-away")
    String incoming_formula();

    @Message(
            "On hand = committed + fulfillable = good + picked. Endless: stock; ShipStream: available + allocated + reserved + picked")
    String on_hand_formula();

    @Message("Committed = reserved + picked + allocated to orders that lack nothing. Endless: allocated")
    String committed_formula();

    @Message("Fulfillable = on hand − committed. Endless: unallocated; ShipStream: available")
    String fulfillable_formula();

    @Message("Held = quarantine + damaged + short-dated: in no sellable figure")
    String held_formula();

    @Message("Exception = open on orders with a line that is not fully claimed, whole house only")
    String exception_formula();

    @Message("Backordered = exception − fulfillable, 0 at least. ShipStream: backordered")
    String backordered_formula();

    @Message("Nearest expiry")
    String nearest();

    @Message("The earliest expiration of a lot with good units")
    String nearest_formula();

    @Message("Lot items")
    String lot_items();

    @Message("Held")
    String with_held();

    @Message("Expiring ≤ 30 days")
    String expiring_soon();

    @Message("Empty lots too")
    String empty_too();

    @Message("ft³")
    String cubic_feet();

    @Message("Units in the house × length × width × height of the item; – when its dimensions are not known")
    String cubic_feet_formula();

    @Message("Fee/mo")
    String fee();

    @Message(
            "Storage of the whole month if nothing moves; ≥ when something could not be measured. One warehouse at a time")
    String fee_formula();

    @Message("short-dated")
    String short_dated();
}
