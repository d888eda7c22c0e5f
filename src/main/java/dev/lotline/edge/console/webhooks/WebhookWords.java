package dev.lotline.edge.console.webhooks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of webhooks; those of other languages stand in {@code messages/hook_<language>.properties}. */
@MessageBundle("hook")
public interface WebhookWords {
    @Message("Webhooks")
    String webhooks();

    @Message("Subscription")
    String webhook();

    @Message("Address")
    String url();

    @Message("Topics")
    String topics();

    @Message("Such as lotline.movement lotline.order, with blanks or commas; for SHIPSTREAM inventory:adjusted.")
    String topics_help();

    @Message("Owner")
    String owner();

    @Message("Only what is this owner’s; empty = of all")
    String owner_help();

    @Message("Dialect")
    String dialect();

    @Message("Active")
    String active();

    @Message("Stopped because")
    String stopped();

    @Message("Changed by")
    String changed_by();

    @Message("Changed")
    String changed_at();

    @Message("Code")
    String code();

    @Message("Make or change a subscription")
    String make();

    @Message("Change it")
    String change();

    @Message("Save")
    String save();

    @Message("This is the only time the secret is shown. Copy it now: messages are signed with it.")
    String secret_once();

    @Message("I have copied it")
    String seen_it();

    @Message("Make a new secret")
    String rotate();

    @Message("The old one signs as well for 24 hours")
    String rotate_help();

    @Message("End it")
    String end();

    @Message("Nothing more is told; what was is kept for its time")
    String end_help();

    @Message("What it was told")
    String told();

    @Message("Nothing was told yet.")
    String nothing();

    @Message("Number")
    String number();

    @Message("What")
    String type();

    @Message("Message id")
    String message_id();

    @Message("Event")
    String event();

    @Message("HTTP status")
    String status();

    @Message("Done")
    String done_at();

    @Message("Attempts")
    String attempts();

    @Message("Last answer")
    String answer();

    @Message("Next attempt")
    String next_try();

    @Message("Send again")
    String replay();

    @Message("all")
    String any();

    @Message(
            "A message that is not answered with 2xx is tried again with growing pauses, then given up as FAILED. Sending again keeps its id.")
    String note();
}
