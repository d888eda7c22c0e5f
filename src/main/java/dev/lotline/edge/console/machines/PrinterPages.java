package dev.lotline.edge.console.machines;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.printing.printers.PrintAlerts;
import dev.lotline.operations.printing.printers.Printer;
import dev.lotline.operations.printing.printers.Printers;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.ledger.Envelope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Printers with their health in words; one of them with its queue; stopping it, trying it, emptying its queue. */
@Path("/printers")
@ConsolePage
@Needs(Capability.PRINT)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class PrinterPages {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Printers printers;
    private final PrintAlerts alerts;
    private final PrintDesk desk;
    private final FormCommands commands;
    private final Exports exports;
    private final Frame frame;

    PrinterPages(
            Printers printers,
            PrintAlerts alerts,
            PrintDesk desk,
            FormCommands commands,
            Exports exports,
            Frame frame) {
        this.exports = exports;
        this.printers = printers;
        this.alerts = alerts;
        this.desk = desk;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance printers(Frame frame, Listing list, List<String> alerts);

        static native TemplateInstance printer(
                Frame frame, PrinterRow row, Listing list, @Nullable JobView last, List<String> others, String id);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = MachineTables.PRINTERS.asked(uri);
        return MachineTables.PRINTERS
                .page(asked, () -> rows(asked.after(), View.ROWS + 1), most -> rows("", most))
                .chain(found -> alerts.of(frame.actor().scope(), null)
                        .chain(waiting -> frame.show(Templates.printers(
                                frame,
                                MachineTables.PRINTERS.shown(frame, asked, found),
                                waiting.stream().map(this::words).toList()))));
    }

    private Uni<List<PrinterRow>> rows(String after, int most) {
        return printers.page(frame.actor().scope(), null, after, most)
                .map(all -> all.stream()
                        .map(each -> PrinterRow.of(each, frame.language()))
                        .toList());
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        return file(Sheet.CSV, uri);
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        return file(Sheet.XLSX, uri);
    }

    private RestMulti<byte[]> file(String type, UriInfo uri) {
        Asked asked = MachineTables.PRINTERS.asked(uri);
        return exports.whole(type, MachineTables.PRINTERS, asked, null, most -> rows("", most));
    }

    private String words(PrintAlerts.Alert alert) {
        Map<String, Object> facts = alert.printer() == null
                ? Map.of("jobs", alert.jobs())
                : Map.of("printer", alert.printer(), "jobs", alert.jobs());
        return Sentences.of("PRINT_ALERT_" + alert.alert(), facts, frame.language());
    }

    @GET
    @Path("/{printer}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> printer(String printer, UriInfo uri) {
        Asked asked = MachineTables.QUEUE.asked(uri);
        String state = JobPages.state(asked.one(MachineTables.STATE), "QUEUED");
        return printers.get(printer, frame.actor().scope())
                .chain(found -> MachineTables.QUEUE
                        .page(
                                asked,
                                () -> jobs(found, state, asked.after(), View.ROWS + 1),
                                most -> jobs(found, state, "", most))
                        .chain(jobs -> last(found)
                                .chain(last -> others(found)
                                        .chain(others -> frame.show(Templates.printer(
                                                frame,
                                                PrinterRow.of(found, frame.language()),
                                                MachineTables.QUEUE.shown(frame, asked, jobs),
                                                last.stream().findFirst().orElse(null),
                                                others,
                                                UUID.randomUUID().toString()))))));
    }

    @GET
    @Path("/{printer}")
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> queueCsv(String printer, UriInfo uri) {
        return queue(Sheet.CSV, printer, uri);
    }

    @GET
    @Path("/{printer}")
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> queueXlsx(String printer, UriInfo uri) {
        return queue(Sheet.XLSX, printer, uri);
    }

    private RestMulti<byte[]> queue(String type, String printer, UriInfo uri) {
        Asked asked = MachineTables.QUEUE.asked(uri);
        String state = JobPages.state(asked.one(MachineTables.STATE), "QUEUED");
        return exports.whole(
                type,
                MachineTables.QUEUE,
                asked,
                null,
                most -> printers.get(printer, frame.actor().scope()).chain(found -> jobs(found, state, "", most)));
    }

    /** What waits in the order in which it waits, what is done the newest first. */
    private Uni<List<JobView>> jobs(Printer printer, String state, String after, int most) {
        return JobPages.WAITING.contains(state)
                ? desk.page(
                        frame.actor().scope(),
                        printer.warehouse(),
                        printer.code(),
                        state,
                        after.isEmpty() ? BEFORE_ALL : JobPages.id(after),
                        most)
                : desk.latest(
                        frame.actor().scope(),
                        printer.code(),
                        state,
                        after.isEmpty() ? null : JobPages.id(after),
                        most);
    }

    private Uni<List<JobView>> last(Printer printer) {
        return desk.latest(frame.actor().scope(), printer.code(), null, null, 1);
    }

    /** Where its jobs could go instead. */
    private Uni<List<String>> others(Printer printer) {
        return printers.page(frame.actor().scope(), printer.warehouse(), "", View.ROWS)
                .map(all -> all.stream()
                        .map(Printer::code)
                        .filter(code -> !code.equals(printer.code()))
                        .toList());
    }

    @POST
    @Path("/{printer}/pause")
    @Needs(Capability.PRINTER_ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> pause(String printer) {
        return printers.pause(printer, true, frame.actor()).map(done -> to(printer));
    }

    @POST
    @Path("/{printer}/resume")
    @Needs(Capability.PRINTER_ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> resume(String printer) {
        return printers.pause(printer, false, frame.actor()).map(done -> to(printer));
    }

    @POST
    @Path("/{printer}/test-label")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> test(String printer, @RestForm @Nullable String id) {
        Actor actor = frame.actor();
        Envelope envelope = envelope(id, "/printers/" + printer + "/test-label", Map.of());
        return printers.get(printer, actor.scope())
                .chain(found -> desk.test(found, envelope, actor))
                .map(done -> Response.seeOther(
                                URI.create("/print-jobs/" + done.jobs().get(0).id()))
                        .build());
    }

    /** The jobs of a page that are not sent yet, one after the other, each once however often the form is sent. */
    @POST
    @Path("/{printer}/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> move(String printer, @RestForm @Nullable String id, @RestForm @Nullable String to) {
        String target = View.given(to);
        if (target == null) {
            throw Refusal.invalid("to", "is required");
        }
        envelope(id, "/printers/" + printer + "/move", Map.of("to", target));
        return printers.get(printer, frame.actor().scope())
                .chain(found -> jobs(found, "QUEUED", "", View.ROWS))
                .onItem()
                .transformToMulti(jobs -> Multi.createFrom().iterable(jobs))
                .onItem()
                .transformToUniAndConcatenate(job -> desk.decide(
                        UUID.fromString(job.id()),
                        PrintDesk.Decision.MOVE,
                        target,
                        envelope(part(id, job.id()), "/print-jobs/" + job.id() + "/move", Map.of("to", target)),
                        frame.actor()))
                .collect()
                .asList()
                .map(done -> to(printer));
    }

    private static String part(@Nullable String form, String job) {
        return UUID.nameUUIDFromBytes((form + job).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Response to(String printer) {
        return Response.seeOther(URI.create("/printers/" + View.encoded(printer)))
                .build();
    }

    private Envelope envelope(@Nullable String id, String path, Map<String, String> fields) {
        return commands.of(frame.actor(), id, path, fields, frame.language().toLanguageTag());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
