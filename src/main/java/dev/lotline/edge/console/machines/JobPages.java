package dev.lotline.edge.console.machines;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.LabelPicture;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.printing.desk.PrintDesk.Decision;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.ledger.Envelope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Print jobs that need somebody; one of them with its labels drawn and all that happened; and a word on it. */
@Path("/print-jobs")
@ConsolePage
@Needs(Capability.PRINT)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class JobPages {
    /** Those that a page may ask for. */
    static final List<String> STATES = List.of(
            "QUEUED", "HELD", "SENDING", "SENT", "UNKNOWN", "FAILED", "ASSUMED", "CONFIRMED", "CANCELLED", "VOIDED");

    /** Those in which a job waits for its printer or for somebody. */
    static final List<String> WAITING = List.of("QUEUED", "HELD", "UNKNOWN", "FAILED");

    private static final List<String> REASONS = List.of("DAMAGED", "UNREADABLE", "LOST", "NOT_PRINTED", "EXTRA");
    private static final Map<String, Decision> DECISIONS = Map.of(
            "cancel", Decision.CANCEL,
            "hold", Decision.HOLD,
            "retry", Decision.RETRY,
            "move", Decision.MOVE,
            "came-out", Decision.CAME_OUT);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PrintDesk desk;
    private final LabelPicture pictures;
    private final FormCommands commands;
    private final Exports exports;
    private final Frame frame;

    JobPages(PrintDesk desk, LabelPicture pictures, FormCommands commands, Exports exports, Frame frame) {
        this.exports = exports;
        this.desk = desk;
        this.pictures = pictures;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance printJobs(Frame frame, Listing list);

        static native TemplateInstance printJob(Frame frame, JobView job, List<String> reasons, String id);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = MachineTables.JOBS.asked(uri);
        String state = state(asked.one(MachineTables.STATE), "HELD");
        return MachineTables.JOBS
                .page(asked, () -> jobs(state, asked.after(), View.ROWS + 1), most -> jobs(state, "", most))
                .chain(jobs -> frame.show(Templates.printJobs(frame, MachineTables.JOBS.shown(frame, asked, jobs))));
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
        Asked asked = MachineTables.JOBS.asked(uri);
        String state = state(asked.one(MachineTables.STATE), "HELD");
        return exports.whole(type, MachineTables.JOBS, asked, null, most -> jobs(state, "", most));
    }

    /** What waits in the order in which it waits, what is done the newest first. */
    private Uni<List<JobView>> jobs(String state, String after, int most) {
        UUID from = after.isEmpty() ? null : id(after);
        return WAITING.contains(state)
                ? desk.page(frame.actor().scope(), null, null, state, from == null ? BEFORE_ALL : from, most)
                : desk.latest(frame.actor().scope(), null, state, from, most);
    }

    static String state(@Nullable String state, String usual) {
        String asked = state == null ? usual : state;
        if (!STATES.contains(asked)) {
            throw Refusal.invalid("state", "must be one of " + STATES);
        }
        return asked;
    }

    @GET
    @Path("/{job}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> job(String job, UriInfo uri) {
        View.of(uri);
        return desk.job(id(job), frame.actor().scope())
                .chain(found -> frame.show(Templates.printJob(
                        frame, found, REASONS, UUID.randomUUID().toString())));
    }

    @POST
    @Path("/{job}/{decision:cancel|hold|retry|move|came-out}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> decide(
            String job, String decision, @RestForm @Nullable String id, @RestForm @Nullable String printer) {
        Decision decided = DECISIONS.getOrDefault(decision, Decision.HOLD);
        String target = View.given(printer);
        if (decided == Decision.MOVE && target == null) {
            throw Refusal.invalid("printer", "is required");
        }
        Envelope envelope = envelope(id, "/print-jobs/" + job + "/" + decision, Map.of("printer", Frame.text(printer)));
        return desk.decide(id(job), decided, target, envelope, frame.actor()).map(done -> to(job));
    }

    @POST
    @Path("/{job}/no-label")
    @Needs(Capability.RELABEL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> noLabel(String job, @RestForm @Nullable String id) {
        return desk.noLabel(id(job), envelope(id, "/print-jobs/" + job + "/no-label", Map.of()), frame.actor())
                .map(done -> to(job));
    }

    /** Leads to the new job. */
    @POST
    @Path("/labels/{serial}/reprint")
    @Needs(Capability.RELABEL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> reprint(String serial, @RestForm @Nullable String id, @RestForm @Nullable String reason) {
        String why = Frame.text(reason);
        if (!REASONS.contains(why)) {
            throw Refusal.invalid("reason", "must be one of " + REASONS);
        }
        Envelope envelope = envelope(id, "/print-jobs/labels/" + serial + "/reprint", Map.of("reason", why));
        return desk.reprint(serial, why, null, envelope, frame.actor())
                .map(done -> to(done.jobs().get(0).id()));
    }

    /** The label as its printer would draw it now. */
    @GET
    @Path("/labels/{serial}/picture")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> picture(String serial) {
        return pictures.svg(serial, frame.actor().scope())
                .map(svg -> ResponseBuilder.ok(svg, "image/svg+xml;charset=UTF-8")
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw Refusal.of(RefusalCode.UNKNOWN_PRINT_JOB);
        }
    }

    private static Response to(String job) {
        return Response.seeOther(URI.create("/print-jobs/" + View.encoded(job))).build();
    }

    private Envelope envelope(@Nullable String id, String path, Map<String, String> fields) {
        return commands.of(frame.actor(), id, path, fields, frame.language().toLanguageTag());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
