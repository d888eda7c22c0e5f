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
import dev.lotline.operations.counting.CountPlan;
import dev.lotline.operations.counting.Counting;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.ledger.Envelope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
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

/** Plans of blind counts, newest first; one of them with what differs; and planning one. */
@Path("/counts")
@ConsolePage
@Needs(Capability.ADJUST)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class CountPages {
    private final Counting counting;
    private final ChoiceSql choices;
    private final FormCommands commands;
    private final Exports exports;
    private final Frame frame;

    CountPages(Counting counting, ChoiceSql choices, FormCommands commands, Exports exports, Frame frame) {
        this.exports = exports;
        this.counting = counting;
        this.choices = choices;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance counts(
                Frame frame, Listing list, Choices choices, CountForm form, @Nullable String wrong, String id);

        static native TemplateInstance count(Frame frame, CountPlan plan, String id);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        return page(CountTables.COUNTS.asked(uri), new CountForm(), null);
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
        Asked asked = CountTables.COUNTS.asked(uri);
        boolean open = View.open(asked.one(CountTables.STATE));
        return exports.file(
                type,
                CountTables.COUNTS,
                asked,
                null,
                () -> exports.snapshots()
                        .all(0L, CountPlan::id, (db, before, rows) -> counting.list(db, filter(open, before, rows))));
    }

    private Counting.Filter filter(boolean open, long before, int rows) {
        return new Counting.Filter(null, null, open, frame.actor().scope(), before, rows);
    }

    private Uni<RestResponse<String>> page(Asked asked, CountForm form, @Nullable Refusal wrong) {
        boolean open = View.open(asked.one(CountTables.STATE));
        return CountTables.COUNTS
                .page(
                        asked,
                        () -> counting.list(filter(open, asked.afterId(), View.ROWS + 1)),
                        most -> counting.list(filter(open, 0, most)))
                .chain(rows -> choices.choices(frame.actor().scope())
                        .chain(there -> frame.show(
                                Templates.counts(
                                        frame,
                                        CountTables.COUNTS.shown(frame, asked, rows),
                                        there,
                                        form,
                                        wrong == null ? null : frame.sentence(wrong),
                                        UUID.randomUUID().toString()),
                                wrong == null
                                        ? RestResponse.StatusCode.OK
                                        : wrong.code().status())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> plan(@BeanParam CountForm form) {
        return Uni.createFrom()
                .deferred(() -> counting.plan(form.count(), envelope(form.id, "/counts", form.fields()), frame.actor()))
                .map(done -> to(done.plan().id()))
                .onFailure(Refusal.class)
                .recoverWithUni(no -> page(CountTables.COUNTS.asked("/counts"), form, (Refusal) no)
                        .map(RestResponse::toResponse));
    }

    @GET
    @Path("/{count}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> count(long count, UriInfo uri) {
        View.of(uri);
        return counting.find(count, frame.actor())
                .chain(plan -> frame.show(
                        Templates.count(frame, plan, UUID.randomUUID().toString())));
    }

    /** A second person agrees to all that waits. */
    @POST
    @Path("/{count}/post")
    @Needs(Capability.ADJUST_APPROVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> post(long count, @RestForm @Nullable String id, @RestForm @Nullable String note) {
        Envelope envelope = envelope(id, "/counts/" + count + "/post", Map.of("note", Frame.text(note)));
        return counting.post(count, View.given(note), envelope, frame.actor()).map(done -> to(count));
    }

    private static Response to(long count) {
        return Response.seeOther(URI.create("/counts/" + count)).build();
    }

    private Envelope envelope(@Nullable String id, String path, Map<String, String> fields) {
        return commands.of(frame.actor(), id, path, fields, frame.language().toLanguageTag());
    }

    /** In pages: lines of a plan that a second person must look at. */
    @TemplateExtension
    static List<CountPlan.Line> waiting(CountPlan plan) {
        return plan.lines().stream()
                .filter(line -> line.state().equals("WAITING"))
                .toList();
    }

    /** In pages: how many lines were counted. */
    @TemplateExtension
    static long done(CountPlan plan) {
        return plan.lines().stream().filter(line -> line.counted() != null).count();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
