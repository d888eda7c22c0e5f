package dev.lotline.edge.console.places;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of places; those of other languages stand in {@code messages/place_<language>.properties}. */
@MessageBundle("place")
public interface PlaceWords {
    @Message("From place")
    String from_place();

    @Message("Zone")
    String zone();

    @Message("Walking order")
    String sequence();

    @Message("Place")
    String place();

    @Message("Kind")
    String type();

    @Message("Building")
    String building();

    @Message("Aisle")
    String aisle();

    @Message("Bay")
    String bay();

    @Message("Level")
    String level();

    @Message("Bin")
    String bin();

    @Message("Class")
    String storage_class();

    @Message("Pickable")
    String pickable();

    @Message("locked")
    String locked();

    @Message("ft³")
    String volume();

    @Message("Cubic feet that fit; none = no limit")
    String volume_help();

    @Message("Temperature")
    String temperature();

    @Message("Lock")
    String lock();

    @Message("Unlock")
    String unlock();

    @Message("Print label")
    String label();

    @Message("Nothing is put into a locked place, and nothing is reserved from it. Its stock still counts.")
    String note();

    @Message("No places here.")
    String none();

    @Message("Import places…")
    String bring();

    @Message("Import places")
    String bring_title();

    @Message("Places, one a line")
    String paste();

    @Message(
            "The first line names the columns: location, type, zone, aisle, bay, level, bin, pickSequence, storageClass, capacityVolume, temperatureClass, pickable, building. Between cells a tab, a semicolon or a comma. What has no column stays as it is. At most 2,000 lines.")
    String paste_help();

    @Message("Check")
    String check();

    @Message("Import")
    String apply();

    @Message("Verdict")
    String verdict();

    @Message("Line")
    String line();

    @Message("new")
    String new_one();

    @Message("changed")
    String changed();

    @Message("unchanged")
    String same();

    @Message("{made} new, {changed} changed, {same} unchanged, {wrong} wrong.")
    String sum(int made, int changed, int same, int wrong);

    @Message("Imported: {made} new, {changed} changed.")
    String done(int made, int changed);

    @Message("Checking does what importing does and takes it back. Importing is all or nothing.")
    String bring_note();

    @Message("Label sheet")
    String sheet();

    @Message("Every place from one code to another, of one zone or of all: at most 500 labels.")
    String sheet_help();

    @Message("To place")
    String to_place();

    @Message("Paper")
    String paper();

    @Message("PDF for an office printer")
    String pdf();

    @Message("ZPL for a roll")
    String zpl();
}
