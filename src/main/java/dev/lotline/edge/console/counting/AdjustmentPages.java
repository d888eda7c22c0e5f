package dev.lotline.edge.console.counting;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.counting.Adjusting;
import dev.lotline.operations.counting.Adjustment;
import dev.lotline.operations.counting.NewAdjustment;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.ledger.Envelope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Adjustments, newest first; asking for one; a second person's word on those that wait; and taking one back. */
@Path("/adjustments")
@ConsolePage
@Needs(Capability.ADJUST)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class AdjustmentPages {
    private final Adjusting adjusting;
    private final ChoiceSql choices;
    private final FormCommands commands;
    private final Exports exports;
    private final Frame frame;

    AdjustmentPages(Adjusting adjusting, ChoiceSql choices, FormCommands commands, Exports exports, Frame frame) {
        this.exports = exports;
        this.adjusting = adjusting;
        this.choices = choices;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance adjustments(Frame frame, Listing list, @Nullable Long undo);

        static native TemplateInstance adjustmentActs(Frame frame, Adjustment row, String id);

        static native TemplateInstance newAdjustment(
                Frame frame, AdjustmentForm form, Choices choices, @Nullable String wrong, String id);
    }

    static TemplateInstance acts(Frame frame, Adjustment row) {
        return Templates.adjustmentActs(frame, row, UUID.randomUUID().toString());
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(@RestQuery @Nullable Long undo, UriInfo uri) {
        Asked asked = CountTables.ADJUSTMENTS.asked(uri);
        String status = status(asked.one(CountTables.STATUS));
        return CountTables.ADJUSTMENTS
                .page(
                        asked,
                        () -> adjusting.list(filter(status, asked.afterId(), View.ROWS + 1)),
                        most -> adjusting.list(filter(status, 0, most)))
                .chain(rows -> frame.show(
                        Templates.adjustments(frame, CountTables.ADJUSTMENTS.shown(frame, asked, rows), undo)));
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
        Asked asked = CountTables.ADJUSTMENTS.asked(uri);
        String status = status(asked.one(CountTables.STATUS));
        return exports.file(
                type,
                CountTables.ADJUSTMENTS,
                asked,
                null,
                () -> exports.snapshots()
                        .all(
                                0L,
                                AdjustmentPages::id,
                                (db, before, rows) -> adjusting.list(db, filter(status, before, rows))));
    }

    private Adjusting.Filter filter(@Nullable String status, long before, int rows) {
        return new Adjusting.Filter(null, null, null, status, frame.actor().scope(), before, rows);
    }

    private static long id(Adjustment row) {
        return row.id() == null ? 0 : row.id();
    }

    private static @Nullable String status(@Nullable String status) {
        if (status != null && !CountTables.STATUSES.contains(status)) {
            throw Refusal.invalid(CountTables.STATUS, "must be one of " + CountTables.STATUSES);
        }
        return status;
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> blank(UriInfo uri) {
        View.of(uri);
        return form(new AdjustmentForm(), null);
    }

    private Uni<RestResponse<String>> form(AdjustmentForm form, @Nullable Refusal wrong) {
        return choices.choices(frame.actor().scope())
                .chain(there -> frame.show(
                        Templates.newAdjustment(
                                frame,
                                form,
                                there,
                                wrong == null ? null : frame.sentence(wrong),
                                UUID.randomUUID().toString()),
                        wrong == null
                                ? RestResponse.StatusCode.OK
                                : wrong.code().status()));
    }

    /** Posted at once, or waiting for somebody else; what was posted can be taken back from the page that follows. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> ask(@BeanParam AdjustmentForm form) {
        return Uni.createFrom()
                .deferred(() -> adjusting.ask(
                        form.adjustment(),
                        envelope(form.id, "/adjustments", form.fields()),
                        frame.actor().scope()))
                .map(done -> Response.seeOther(URI.create(undoable(done.adjustment())))
                        .build())
                .onFailure(Refusal.class)
                .recoverWithUni(no -> form(form, (Refusal) no).map(RestResponse::toResponse));
    }

    private static String undoable(Adjustment done) {
        return done.status().equals("POSTED") && done.id() != null ? "/adjustments?undo=" + done.id() : "/adjustments";
    }

    /** By the opposite, once: books are never rubbed out. Ends with what an adjustment may end with. */
    @POST
    @Path("/{adjustment}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> undo(long adjustment) {
        String id = UUID.nameUUIDFromBytes(("undo adjustment " + adjustment).getBytes(StandardCharsets.UTF_8))
                .toString();
        return adjusting
                .find(adjustment, frame.actor().scope())
                .chain(done -> adjusting.ask(
                        opposite(done),
                        envelope(id, "/adjustments/" + adjustment + "/undo", Map.of()),
                        frame.actor().scope()))
                .map(done -> Response.seeOther(URI.create("/adjustments")).build());
    }

    private static NewAdjustment opposite(Adjustment done) {
        String state = done.state();
        if (!done.kind().equals("ADJUST") || !done.status().equals("POSTED") || state == null) {
            throw Refusal.of(RefusalCode.NOTHING_TO_UNDO);
        }
        return new NewAdjustment(
                done.warehouse(),
                done.location(),
                done.owner(),
                done.sku(),
                done.lotNumber(),
                done.expirationDate(),
                done.delta().negate(),
                null,
                state,
                "undo #" + done.id());
    }

    @POST
    @Path("/{adjustment}/approve")
    @Needs(Capability.ADJUST_APPROVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> approve(long adjustment, @RestForm @Nullable String id, @RestForm @Nullable String note) {
        return decide(adjustment, true, id, note);
    }

    @POST
    @Path("/{adjustment}/reject")
    @Needs(Capability.ADJUST_APPROVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> reject(long adjustment, @RestForm @Nullable String id, @RestForm @Nullable String note) {
        return decide(adjustment, false, id, note);
    }

    private Uni<Response> decide(long adjustment, boolean agreed, @Nullable String id, @Nullable String note) {
        Envelope envelope = envelope(
                id, "/adjustments/" + adjustment, Map.of("agreed", String.valueOf(agreed), "note", Frame.text(note)));
        return adjusting
                .decide(
                        adjustment,
                        agreed,
                        View.given(note),
                        envelope,
                        frame.actor().scope())
                .map(done -> Response.seeOther(URI.create("/adjustments")).build());
    }

    private Envelope envelope(@Nullable String id, String path, Map<String, String> fields) {
        return commands.of(frame.actor(), id, path, fields, frame.language().toLanguageTag());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
