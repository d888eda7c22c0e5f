package dev.lotline.edge.console.audit;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
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

        static native TemplateInstance audit(Frame frame, Listed listed);

        static native TemplateInstance event(Frame frame, Recorded event, @Nullable Reading reading, String sentence);
    }

    /** @param next where the next page goes on; null when there is nothing more within reach */
    public record Listed(
            AuditFilter filter, List<Recorded> events, List<String> verdicts, AuditFilter.@Nullable Mark next) {}

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        View.of(uri, AuditFilter.PARAMETERS.toArray(String[]::new));
        AuditFilter filter = AuditFilter.of(uri.getQueryParameters()::getFirst);
        return reach(filter, 0).chain(events -> frame.show(Templates.audit(frame, listed(filter, events))));
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
        AuditFilter filter = AuditFilter.of(asked::one);
        Scope scope = frame.actor().scope();
        return exports.file(
                type,
                AuditTables.EVENTS,
                asked,
                filter.warehouse(),
                () -> exports.snapshots()
                        .all(
                                Optional.<AuditFilter.Mark>empty(),
                                (Recorded event) -> Optional.of(mark(event)),
                                (db, mark, rows) -> sql.page(
                                        db,
                                        mark.map(filter::behind).orElse(filter),
                                        AuditSql.REACH.get(AuditSql.REACH.size() - 1),
                                        rows,
                                        scope)));
    }

    private static AuditFilter.Mark mark(Recorded event) {
        return new AuditFilter.Mark(event.recordedAt(), event.id());
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

    private static Listed listed(AuditFilter filter, List<Recorded> events) {
        boolean more = events.size() > View.ROWS;
        List<Recorded> shown = more ? events.subList(0, View.ROWS) : events;
        Recorded last = more ? shown.get(View.ROWS - 1) : null;
        return new Listed(filter, shown, AuditFilter.VERDICTS, last == null ? null : mark(last));
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
