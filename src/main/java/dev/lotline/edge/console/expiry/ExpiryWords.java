package dev.lotline.edge.console.expiry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of expiry; other languages: {@code messages/expiry_<language>.properties}. */
@MessageBundle("expiry")
public interface ExpiryWords {
    @Message("Expiry")
    String expiry();

    @Message("units expired")
    String expired();

    @Message("units below the item’s minimum shelf life")
    String below();

    @Message("units expire within 30 days")
    String soon();

    @Message("units expire within 90 days")
    String later();

    @Message("Days to sell")
    String usable();

    @Message("Expiration − today − minimum shelf life of the item, 0 at least: until then it may be shipped")
    String usable_formula();

    @Message("Available")
    String available();

    @Message("Good units, claimed ones too")
    String available_formula();

    @Message("Held")
    String held();

    @Message("Rate/day")
    String rate();

    @Message("Units picked in the last 28 days ÷ days of them with stock; – with less than 14 days of history")
    String rate_formula();

    @Message("Will sell")
    String sells();

    @Message("min(available, rate × days to sell − what lots before it take), 0 at least; whole units")
    String sells_formula();

    @Message("At risk")
    String at_risk();

    @Message("Available − will sell: expires before it is sold if nothing changes")
    String at_risk_formula();

    @Message("Act")
    String act();

    @Message("Hold…")
    String hold();

    @Message("The year ahead")
    String calendar();

    @Message("Good units by the day on which they expire, week by week; the darker, the more")
    String calendar_note();

    @Message("Day")
    String day();

    @Message("Nothing expires within a year.")
    String no_days();

    @Message("Choose an owner and a warehouse: days are counted from its business date.")
    String choose();
}
