package dev.lotline.edge.console.audit;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanReader;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.sheets.Sheet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Scans and commands as they were recorded, the newest first; and one of them, with what was scanned read again. */
@Path("/audit")
@ConsolePage
@Needs(Capability.AUDIT_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class AuditPages {
    private static final ScanReader READER = new ScanReader();

    private final AuditSql sql;
    private final Exports exports;
    private final Frame frame;

    AuditPages(AuditSql sql, Exports exports, Frame frame) {
        this.exports = exports;
        this.sql = sql;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(Frame frame, AuditFilter filter, List<String> verdicts, Listing list);

        static native TemplateInstance event(Frame frame, Recorded event, @Nullable Reading reading, String sentence);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = AuditTables.EVENTS.asked(uri);
        AuditFilter filter = filter(asked);
        Scope scope = frame.actor().scope();
        return AuditTables.EVENTS
                .page(asked, () -> reach(filter, 0), most -> sql.page(filter, AuditSql.FURTHEST, most, scope))
                .chain(events -> frame.show(Templates.audit(
                        frame, filter, AuditFilter.VERDICTS, AuditTables.EVENTS.shown(frame, asked, events))));
    }

    /** A list that is sorted begins with its filter: where its page begins is found among its rows. */
    private static AuditFilter filter(Asked asked) {
        return AuditFilter.of(name -> name.equals("after") && asked.sort() != null ? null : asked.one(name));
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
        Asked asked = AuditTables.EVENTS.asked(uri);
        AuditFilter filter = filter(asked);
        Scope scope = frame.actor().scope();
        return exports.file(
                type,
                AuditTables.EVENTS,
                asked,
                filter.warehouse(),
                most -> sql.count(filter, AuditSql.FURTHEST, most, scope),
                () -> exports.snapshots()
                        .all(
                                Optional.<AuditFilter.Mark>empty(),
                                (Recorded event) -> Optional.of(AuditFilter.Mark.of(event)),
                                (db, mark, rows) -> sql.page(
                                        db, mark.map(filter::behind).orElse(filter), AuditSql.FURTHEST, rows, scope)));
    }

    /** Further back until a page is full. */
    private Uni<List<Recorded>> reach(AuditFilter filter, int step) {
        return sql.page(
                        filter,
                        AuditSql.REACH.get(step),
                        View.ROWS + 1,
                        frame.actor().scope())
                .chain(events -> events.size() > View.ROWS || step + 1 == AuditSql.REACH.size()
                        ? Uni.createFrom().item(events)
                        : reach(filter, step + 1));
    }

    @GET
    @Path("/{event}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> event(String event, UriInfo uri) {
        View.of(uri);
        return sql.one(id(event), frame.actor().scope())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.NOT_FOUND))
                .chain(found -> frame.show(Templates.event(frame, found, reading(found), sentence(found))));
    }

    /** What the barcode says, read as on the day on which it was scanned; null where none was. */
    private @Nullable Reading reading(Recorded event) {
        return event.scanned().isEmpty()
                ? null
                : READER.read(RawScan.of(event.scanned()), event.at().toLocalDate());
    }

    private String sentence(Recorded event) {
        return event.code() == null ? "" : Sentences.of(event.code(), Map.of(), frame.language());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
