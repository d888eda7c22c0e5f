package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.fees.Statement;
import dev.lotline.operations.billing.fees.Statements;
import dev.lotline.operations.sheets.Sheet;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Statements of an owner, one of them to be printed, and closing a month, which makes them. */
@Path("/fees")
@ConsolePage
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class StatementPages {
    /** Lines of a printed page; the last line of one is where the next goes on. */
    private static final int LINES = 200;

    private final Statements statements;
    private final ChoiceSql choices;
    private final Exports exports;
    private final Frame frame;

    StatementPages(Statements statements, ChoiceSql choices, Exports exports, Frame frame) {
        this.exports = exports;
        this.statements = statements;
        this.choices = choices;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance statements(
                Frame frame, String owner, Listing list, Choices choices, @Nullable String waits);

        static native TemplateInstance statement(
                Frame frame, String owner, Statement statement, List<Statement.Line> lines, @Nullable Integer next);
    }

    @GET
    @Path("/{owner}/statements")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(String owner, UriInfo uri) {
        Table<Statement> table = StatementTable.of(owner);
        Asked asked = table.asked(uri);
        return table.page(asked, () -> found(owner, asked.after(), View.ROWS + 1), most -> found(owner, "", most))
                .chain(found -> choices.choices(frame.actor().scope())
                        .chain(there -> frame.show(Templates.statements(
                                frame, owner, table.shown(frame, asked, found), there, asked.one("waits")))));
    }

    private Uni<List<Statement>> found(String owner, String after, int most) {
        return statements.list(owner, after, frame.actor().scope(), most);
    }

    @GET
    @Path("/{owner}/statements")
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String owner, UriInfo uri) {
        return file(Sheet.CSV, owner, uri);
    }

    @GET
    @Path("/{owner}/statements")
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String owner, UriInfo uri) {
        return file(Sheet.XLSX, owner, uri);
    }

    private RestMulti<byte[]> file(String type, String owner, UriInfo uri) {
        Table<Statement> table = StatementTable.of(owner);
        return exports.whole(type, table, table.asked(uri), null, most -> found(owner, "", most));
    }

    @GET
    @Path("/{owner}/statements/{number}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> one(String owner, String number, @RestQuery @Nullable Long after, UriInfo uri) {
        View.of(uri, "after");
        long from = View.before(after);
        return statements
                .get(owner, number, frame.actor().scope())
                .chain(statement -> statements
                        .lines(number, from, LINES + 1)
                        .chain(lines -> frame.show(Templates.statement(
                                frame,
                                owner,
                                statement,
                                lines.stream().limit(LINES).toList(),
                                lines.size() > LINES ? lines.get(LINES - 1).n() : null))));
    }

    /** Safe to send again: what has a statement keeps it. */
    @POST
    @Path("/{owner}/statements")
    @Needs(Capability.MONTH_CLOSE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> close(
            String owner,
            @RestForm @Nullable String warehouse,
            @RestForm @Nullable String month,
            @RestForm @Nullable String reason) {
        return statements
                .close(
                        owner,
                        View.given(warehouse),
                        Months.of(View.given(month)),
                        View.given(reason),
                        frame.actor().scope(),
                        frame.actor().name())
                .map(closed -> Response.seeOther(URI.create("/fees/" + View.encoded(owner) + "/statements"
                                + (closed.statements().isEmpty()
                                        ? "?waits=" + View.encoded(String.valueOf(View.given(month)))
                                        : "/" + View.encoded(closed.statements().get(0)))))
                        .build());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
