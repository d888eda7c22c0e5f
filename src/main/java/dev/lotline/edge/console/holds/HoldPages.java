package dev.lotline.edge.console.holds;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.quarantine.Deciding;
import dev.lotline.operations.quarantine.Disposition;
import dev.lotline.operations.quarantine.Hold;
import dev.lotline.operations.quarantine.NewHold;
import dev.lotline.operations.quarantine.Quarantine;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Holds, newest first; one of them with what it did and what was decided; and placing one, its impact shown before. */
@Path("/holds")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class HoldPages {
    private static final List<String> REASONS = List.of("RECALL", "QUALITY", "MANUAL");

    private final Quarantine quarantine;
    private final Deciding deciding;
    private final Exports exports;
    private final FormCommands commands;
    private final Frame frame;

    HoldPages(Quarantine quarantine, Deciding deciding, Exports exports, FormCommands commands, Frame frame) {
        this.quarantine = quarantine;
        this.deciding = deciding;
        this.exports = exports;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance holds(Frame frame, Listing list);

        static native TemplateInstance hold(Frame frame, Hold hold, String id, @Nullable Long millis);

        static native TemplateInstance newHold(
                Frame frame,
                Asked asked,
                List<String> reasons,
                @Nullable Hold impact,
                @Nullable String wrong,
                String id);
    }

    /** What the form asks for, as it was filled in. */
    public record Asked(String owner, String sku, String lots, String reason, String note) {
        static Asked of(
                @Nullable String owner,
                @Nullable String sku,
                @Nullable String lots,
                @Nullable String reason,
                @Nullable String note) {
            return new Asked(
                    Frame.text(owner), Frame.text(sku), Frame.text(lots), Frame.text(reason), Frame.text(note));
        }

        boolean empty() {
            return owner.isEmpty() && sku.isEmpty() && lots.isEmpty();
        }

        NewHold hold() {
            return new NewHold(
                    View.given(owner),
                    View.given(sku),
                    lots.isEmpty() ? List.of() : List.of(lots.split("[\\s,]+")),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    View.given(reason),
                    View.given(note));
        }

        Map<String, String> fields() {
            return Map.of("owner", owner, "sku", sku, "lots", lots, "reason", reason, "note", note);
        }
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        var address = HoldTable.TABLE.asked(uri);
        boolean open = View.open(address.one("state"));
        return HoldTable.TABLE
                .page(address, () -> holds(open, address.afterId(), View.ROWS + 1), most -> holds(open, 0, most))
                .chain(rows -> frame.show(Templates.holds(frame, HoldTable.TABLE.shown(frame, address, rows))));
    }

    private Uni<List<Hold.Heading>> holds(boolean open, long before, int most) {
        return quarantine.list(null, open, frame.actor().scope(), before, most);
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
        var address = HoldTable.TABLE.asked(uri);
        return exports.file(type, HoldTable.TABLE, address, null, all(View.open(address.one("state"))));
    }

    private Supplier<Multi<List<Hold.Heading>>> all(boolean open) {
        Scope scope = frame.actor().scope();
        return () -> exports.snapshots()
                .all(0L, Hold.Heading::id, (db, before, rows) -> quarantine.list(db, null, open, scope, before, rows));
    }

    @GET
    @Path("/{hold}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> hold(long hold, @RestQuery @Nullable Long millis, UriInfo uri) {
        View.of(uri, "millis");
        return quarantine
                .find(hold, frame.actor().scope())
                .chain(found -> frame.show(
                        Templates.hold(frame, found, UUID.randomUUID().toString(), millis)));
    }

    /** With lots named: what the hold would do. Nothing is done. */
    @GET
    @Path("/new")
    @Needs(Capability.HOLD_LOT)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> ask(
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String sku,
            @RestQuery @Nullable String lots,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String note,
            UriInfo uri) {
        View.of(uri, "owner", "sku", "lots", "reason", "note");
        Asked asked = Asked.of(owner, sku, lots, reason, note);
        String id = UUID.randomUUID().toString();
        if (asked.empty() || asked.reason().isEmpty()) {
            return frame.show(Templates.newHold(frame, asked, REASONS, null, null, id));
        }
        return Uni.createFrom()
                .deferred(() -> quarantine.whatIf(
                        asked.hold(),
                        envelope(id, "/holds/new", asked.fields()),
                        frame.actor().scope()))
                .chain(impact -> frame.show(Templates.newHold(frame, asked, REASONS, impact, null, id)))
                .onFailure(Refusal.class)
                .recoverWithUni(no -> wrong(asked, id, (Refusal) no));
    }

    private Uni<RestResponse<String>> wrong(Asked asked, String id, Refusal refusal) {
        return frame.show(
                Templates.newHold(frame, asked, REASONS, null, frame.sentence(refusal), id),
                refusal.code().status());
    }

    @POST
    @Needs(Capability.HOLD_LOT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> place(
            @RestForm @Nullable String id,
            @RestForm @Nullable String owner,
            @RestForm @Nullable String sku,
            @RestForm @Nullable String lots,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String note) {
        Asked asked = Asked.of(owner, sku, lots, reason, note);
        long began = System.nanoTime();
        return quarantine
                .hold(
                        asked.hold(),
                        envelope(id, "/holds", asked.fields()),
                        frame.actor().scope())
                .map(held -> Response.seeOther(URI.create(
                                "/holds/" + held.hold().id() + "?millis=" + (System.nanoTime() - began) / 1_000_000))
                        .build());
    }

    /** All that the hold still keeps; parts of it by REST. */
    @POST
    @Path("/{hold}/release")
    @Needs(Capability.RELEASE_LOT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> release(long hold, @RestForm @Nullable String id, @RestForm @Nullable String note) {
        return decide(hold, Disposition.Kind.RELEASE, id, note);
    }

    @POST
    @Path("/{hold}/dispose")
    @Needs(Capability.DISPOSE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> dispose(long hold, @RestForm @Nullable String id, @RestForm @Nullable String note) {
        return decide(hold, Disposition.Kind.DISPOSE, id, note);
    }

    private Uni<Response> decide(long hold, Disposition.Kind kind, @Nullable String id, @Nullable String note) {
        Disposition asked = new Disposition(kind, List.of(), null, List.of(), List.of(), null, View.given(note));
        Map<String, String> fields = Map.of("kind", kind.name(), "note", Frame.text(note));
        return deciding.decide(
                        hold,
                        asked,
                        envelope(id, "/holds/" + hold, fields),
                        frame.actor().scope())
                .replaceWith(
                        () -> Response.seeOther(URI.create("/holds/" + hold)).build());
    }

    private Envelope envelope(@Nullable String id, String path, Map<String, String> fields) {
        return commands.of(frame.actor(), id, path, fields, frame.language().toLanguageTag());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
