package dev.lotline.edge.console.catalog;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of items; those of other languages stand in {@code messages/item_<language>.properties}. */
@MessageBundle("item")
public interface ItemWords {
    @Message("Items")
    String items();

    @Message("Items of {owner}")
    String item_of(String owner);

    @Message("Add an item")
    String new_item();

    @Message("Part of SKU or name")
    String search();

    @Message("Saved.")
    String saved();

    @Message("Its lots and figures")
    String see_lots();

    @Message("SKU")
    String sku();

    @Message("Name")
    String name();

    @Message("State")
    String status();

    @Message("Unit")
    String unit();

    @Message("Decimals of a quantity")
    String decimals();

    @Message("Value of one unit")
    String unit_value();

    @Message("Weight, lb")
    String weight();

    @Message("Shown in inventory lists")
    String visible();

    @Message("What it is")
    String identity();

    @Message("Lots")
    String lots();

    @Message("Stock is kept")
    String tracking();

    @Message("Every unit belongs to a lot")
    String lot_tracked();

    @Message("Goes first")
    String burn_order();

    @Message("Minimum days left")
    String min_life();

    @Message("Expiration − business date must be at least so many days")
    String min_life_help();

    @Message("Lot numbers match (RE2)")
    String pattern();

    @Message("A place may hold several lots")
    String mixing();

    @Message("Barcodes")
    String barcodes();

    @Message("A line each: code, units per scan (1 when left out); a tab, semicolon or comma between them.")
    String barcodes_help();

    @Message("Dimensions of one unit")
    String dimensions();

    @Message("Length")
    String length();

    @Message("Width")
    String width();

    @Message("Height")
    String height();

    @Message("Measured in")
    String measure();

    @Message("ft³")
    String cubic_feet();

    @Message("Length × width × height of one unit")
    String cubic_feet_help();

    @Message("What becomes of returns")
    String returns();

    @Message("Customer returns")
    String customer_returns();

    @Message("Returned to sender")
    String rts();

    @Message("… with too little life left")
    String rts_backup();

    @Message("Keeping and labels")
    String keeping();

    @Message("Temperature class")
    String temperature();

    @Message("Stored in")
    String storage_class();

    @Message("Labels when counted in")
    String labels();

    @Message("Low supply below")
    String low();

    @Message("Reorder point")
    String reorder();

    @Message("Making and kits")
    String kit();

    @Message("Kind of goods")
    String type();

    @Message("Promised from components")
    String virtual();

    @Message("Components of a kit")
    String components();

    @Message("A line each: SKU, units of it.")
    String components_help();

    @Message("any")
    String any();

    @Message("Save")
    String save();

    @Message("line {line}: {message}")
    String in_line(int line, String message);

    @Message(
            "What stock depends on can’t change while there is any: tracking, lots, decimals, mixing. The same rules hold for PUT /api/v1/owners/…/items/….")
    String note();
}
