package dev.lotline.edge.console.fees;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of storage fees; those of other languages stand in {@code messages/f_<language>.properties}. */
@MessageBundle("f")
public interface FeeWords {
    @Message("Storage fees")
    String fees();

    @Message("Month")
    String month();

    @Message("Summed by")
    String by();

    @Message("Storage class")
    String storage_class();

    @Message("There is no owner or warehouse to look at.")
    String nothing();

    @Message("Outlook")
    String outlook();

    @Message("Savings")
    String savings();

    @Message("What if…")
    String what_if();

    @Message("Statements")
    String statements();

    @Message("accrued")
    String accrued();

    @Message("Of the days that are closed: quantity × days × rate ÷ divisor, line by line")
    String accrued_help();

    @Message("estimate for the month")
    String estimate();

    @Message("Accrued, and the last closed day repeated to the end of the month; ≥ while something is unrated")
    String estimate_help();

    @Message("last month")
    String last_month();

    @Message("last closed day")
    String as_of();

    @Message("Days are closed by the day close of the warehouse")
    String as_of_help();

    @Message("Last month, accrued and estimate")
    String plot();

    @Message("Nothing was measured in this month.")
    String no_lines();

    @Message("The sum of lines and adjustments is the total.")
    String lines_note();

    @Message("Day")
    String day();

    @Message("{month} waits for a second person, who closes it here.")
    String waits(String month);

    @Message("Rule")
    String rule();

    @Message("Cells: lot × place × rule")
    String places_help();

    @Message("Average")
    String average();

    @Message("Quantity-days ÷ days of the month")
    String average_help();

    @Message("Unit")
    String unit();

    @Message("Days")
    String days();

    @Message("Rate")
    String rate();

    @Message("Per unit and month (or as the rule says); – where there are several")
    String rate_help();

    @Message("Why?")
    String why();

    @Message("Adjustments")
    String adjustments();

    @Message("Amount")
    String amount();

    @Message("Not rated")
    String unrated();

    @Message(
            "These cells could not be measured. The month can't be closed before they are mended or excluded with a reason.")
    String unrated_note();

    @Message("Reason")
    String reason();

    @Message("Why it costs that")
    String why_title();

    @Message("Days × quantity = quantity-days; × rate ÷ divisor = amount. Only the sum is rounded, half up.")
    String why_note();

    @Message("sums up")
    String sums();

    @Message("Quantity by day of the month")
    String steps_plot();

    @Message("From – to")
    String from_to();

    @Message("quantity")
    String quantity();

    @Message("divisor")
    String divisor();

    @Message("Plan")
    String plan();

    @Message("Where it comes from")
    String origin();

    @Message("in by")
    String came_by();

    @Message("out by")
    String left_by();

    @Message("alone in it")
    String alone();

    @Message("shared with {others}")
    String shared(int others);

    @Message("closed")
    String closed();

    @Message("Before rounding")
    String exact();

    @Message("rounded")
    String rounded();

    @Message("Estimates for the month that runs; nothing is changed.")
    String savings_note();

    @Message("Nothing would cost less.")
    String no_savings();

    @Message("This month")
    String this_month();

    @Message("Per month")
    String per_month();

    @Message("Places to empty")
    String moves();

    @Message("Freed")
    String places_freed();

    @Message("Allowed")
    String allowed();

    @Message("One lot in fewer places")
    String fewer_places();

    @Message("Lots of an item in common places")
    String shared_places();

    @Message("Lots of a month sent as one")
    String fewer_lots();

    @Message("If it left today")
    String left_today();

    @Message("Between {least} and {most}")
    String range(String least, String most);

    @Message("Last month, accrued, and the forecasts")
    String outlook_plot();

    @Message("if nothing moves")
    String no_movement();

    @Message("as picked lately")
    String run_rate();

    @Message("as announced")
    String scheduled();

    @Message(
            "If nothing moves: the last closed day repeats. As picked lately: goods leave as in the last 28 days. As announced: receipts come and released orders leave.")
    String outlook_note();

    @Message("What will change prices")
    String changes();

    @Message("Nothing in the next 62 days.")
    String no_changes();

    @Message("Another version of the plan")
    String plan_version();

    @Message("Another season")
    String season();

    @Message("An older age band")
    String age_band();

    @Message("An estimate by the engine that bills; nothing is stored.")
    String what_if_note();

    @Message("Ship")
    String ship();

    @Message("Dispose of")
    String dispose();

    @Message("Bring together")
    String consolidate();

    @Message("Receive")
    String receive();

    @Message("Lot (its number in the address of its page)")
    String lot_id();

    @Message("Or percent")
    String percent();

    @Message("On")
    String on();

    @Message("Reckon")
    String reckon();

    @Message("as it is")
    String before();

    @Message("as it would be")
    String after();

    @Message("difference")
    String difference();

    @Message("No month is closed yet.")
    String no_statements();

    @Message("Number")
    String number();

    @Message("Close a month")
    String close_month();

    @Message("Why cells without a rate are left out (printed)")
    String exclude_reason();

    @Message("The figures become a statement, which never changes; what is learned later is corrected on the next one.")
    String close_note();

    @Message("Lines")
    String lines();

    @Message("Quantity-days")
    String quantity_days();

    @Message("Sum of the quantity over the days")
    String quantity_days_help();

    @Message("Corrections of earlier months")
    String corrections();

    @Message("Left out")
    String excluded();

    @Message("Rate plans")
    String plans();
}
