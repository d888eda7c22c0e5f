package dev.lotline.edge.console.machines;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of printers and devices; those of other languages stand in {@code messages/d_<language>.properties}. */
@MessageBundle("d")
public interface MachineWords {
    @Message("Printers")
    String printers();

    @Message("Printer")
    String printer();

    @Message("Devices")
    String devices();

    @Message("Device")
    String device();

    @Message("Print jobs")
    String jobs();

    @Message("Job")
    String job();

    @Message("No printers here.")
    String no_printers();

    @Message("No such jobs.")
    String no_jobs();

    @Message("No devices are registered.")
    String no_devices();

    @Message("no printer")
    String no_printer();

    @Message("What to do")
    String what_to_do();

    @Message("Waiting")
    String queued();

    @Message("Jobs that wait for this printer")
    String queued_help();

    @Message("Since")
    String oldest();

    @Message("Unknown")
    String unknown();

    @Message("Jobs that may or may not have come out: somebody must look")
    String unknown_help();

    @Message("Labels")
    String labels();

    @Message("Label")
    String label();

    @Message("Asked at")
    String asked();

    @Message("Way to it")
    String link();

    @Message("Known to have come out by")
    String confirm();

    @Message("Print a test label")
    String test_label();

    @Message("Pause")
    String pause();

    @Message("Let it go on")
    String resume();

    @Message("Move what waits to")
    String move_queue();

    @Message("Move")
    String move();

    @Message("Hold")
    String hold();

    @Message("Print")
    String retry();

    @Message("Cancel")
    String cancel();

    @Message("It came out")
    String came_out();

    @Message("No label came out")
    String no_label();

    @Message("Known by")
    String evidence();

    @Message("Why")
    String why();

    @Message("It says")
    String says();

    @Message("Attempt")
    String attempt();

    @Message(
            "UNKNOWN: it may have come out, somebody must look. ASSUMED: sent to a printer that can't say. A job is never called printed without evidence.")
    String states_note();

    @Message("Label {serial} as it is printed")
    String picture_of(String serial);

    @Message("damaged")
    String damaged();

    @Message("unreadable")
    String unreadable();

    @Message("lost")
    String lost();

    @Message("not printed")
    String not_printed();

    @Message("one more of it")
    String extra();

    @Message("Reprint")
    String reprint();

    @Message("History")
    String history();

    @Message("Last scan")
    String last_seen();

    @Message("Person")
    String person();

    @Message("Came after")
    String waited();

    @Message("Seconds between the last scan and its coming here: how long it waited in the device")
    String waited_help();

    @Message("Scans/h")
    String scans();

    @Message("Events of the last 60 minutes")
    String scans_help();

    @Message("Refused/h")
    String refused();

    @Message("Profile")
    String profile();

    @Message("Version")
    String version();

    @Message("Last scan, by its own clock")
    String last_at();

    @Message("Changed by")
    String changed_by();

    @Message("Changed")
    String changed_at();

    @Message("Job number")
    String job_id();

    @Message("Width, mm")
    String width();

    @Message("Height, mm")
    String height();

    @Message("Dots per inch")
    String dpi();

    @Message("Scanner check")
    String check();

    @Message("not done")
    String not_checked();

    @Message("active")
    String active();

    @Message("stopped")
    String stopped();

    @Message("revoked")
    String revoked();

    @Message("Stop")
    String stop();

    @Message("Let in again")
    String start();

    @Message("Revoke")
    String revoke();

    @Message(
            "A stopped device's raw scans are refused until it is let in again. A revoked credential never comes back; the device is enrolled anew.")
    String devices_note();

    @Message("Last job")
    String last_job();

    @Message("Command cards")
    String cards();

    @Message("CONFIRM, CANCEL, UNDO, quantities: a sheet to scan from")
    String cards_help();
}
