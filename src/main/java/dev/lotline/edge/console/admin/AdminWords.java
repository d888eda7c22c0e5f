package dev.lotline.edge.console.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of administration; those of other languages stand in {@code messages/m_<language>.properties}. */
@MessageBundle("m")
public interface AdminWords {
    @Message("Administration")
    String admin();

    @Message("Owners")
    String owners();

    @Message("Places")
    String places();

    @Message("Policies")
    String policies();

    @Message("People")
    String people();

    @Message("Keys")
    String keys();

    @Message("Rate plans")
    String plans();

    @Message("Items")
    String items();

    @Message("Name")
    String name();

    @Message("Code")
    String code();

    @Message("No owners yet.")
    String no_owners();

    @Message("Add or rename an owner")
    String put_owner();

    @Message("Merchant in the house")
    String customer();

    @Message("Runs the house")
    String manufacturer();

    @Message("Save")
    String save();

    @Message(
            "Above both tolerances a receipt becomes an exception. Above the adjustment thresholds a second person is needed.")
    String policies_note();

    @Message("Time zone")
    String time_zone();

    @Message("Priority (lowest first)")
    String priority();

    @Message("Carriers’ cut-off")
    String cut_off();

    @Message("A pick proves")
    String verification();

    @Message("the lot, by scanning it")
    String verify_lot();

    @Message("the slot where it lies")
    String verify_slot();

    @Message("Over-receipt, percent")
    String over_percent();

    @Message("Over-receipt, units")
    String over_units();

    @Message("Adjustment, units")
    String adjust_units();

    @Message("Adjustment, percent of the lot")
    String adjust_percent();

    @Message("Adjustment, value")
    String adjust_value();

    @Message("Your own password")
    String own();

    @Message("Nobody has an account.")
    String nobody();

    @Message("Role")
    String role();

    @Message("Owners")
    String of_owners();

    @Message("Warehouses")
    String in_warehouses();

    @Message("Owner codes, with commas; empty = all")
    String of_owners_field();

    @Message("Warehouse codes, with commas; empty = all")
    String in_warehouses_field();

    @Message("disabled")
    String disabled();

    @Message("has to wait")
    String waits();

    @Message("active")
    String active();

    @Message("Last seen")
    String last_seen();

    @Message("Added")
    String added();

    @Message("Change…")
    String change();

    @Message("New password")
    String new_password();

    @Message("Set password")
    String reset();

    @Message("Disable")
    String disable();

    @Message("Add a person")
    String add_person();

    @Message("Their first password, 12 characters or more")
    String their_password();

    @Message(
            "Another password and disabling end all sessions at once. Nobody is ever deleted: names stay with what they did.")
    String people_note();

    @Message("No keys yet.")
    String no_keys();

    @Message("revoked")
    String revoked();

    @Message("Revoke")
    String revoke();

    @Message("Make a key")
    String make_key();

    @Message(
            "Of a key only its SHA-256 is kept. A revoked one counts no more within a second, and its name is never used again.")
    String keys_note();

    @Message("This is the only time the key is shown. Copy it now.")
    String shown_once();

    @Message("I have copied it")
    String seen_it();

    @Message("No rate plans yet.")
    String no_plans();

    @Message("draft")
    String draft();

    @Message("Version")
    String version();

    @Message("Versions")
    String versions();

    @Message("Effective from")
    String effective();

    @Message("Activated by")
    String approved();

    @Message("Activate")
    String activate();

    @Message("What is wrong with it")
    String problems();

    @Message("Definition")
    String definition();

    @Message("Check and save as draft")
    String save_draft();

    @Message("Make a version of the draft")
    String make_version();

    @Message("Code of the new plan")
    String new_code();

    @Message("Duplicate")
    String duplicate();

    @Message(
            "Nothing is rated by a draft. An active version is never changed; another one takes its place from its day on.")
    String plan_note();

    @Message("Badge sheet")
    String badges();

    @Message("People, one a line")
    String badges_lines();

    @Message(
            "Name, role, code: a line each, a tab, semicolon or comma between them, at most 500. Without a code a new one is made.")
    String badges_help();

    @Message("The code of a badge is a secret and kept nowhere: the sheet is the only place where it stands.")
    String badges_note();

    @Message("Make the sheet")
    String badges_make();
}
