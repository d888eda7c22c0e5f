package dev.lotline.edge.console.board;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The first page after signing in. */
@Path("/")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class BoardPage {
    private final BoardSql sql;
    private final Frame frame;

    BoardPage(BoardSql sql, Frame frame) {
        this.sql = sql;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance board(Frame frame, Board board);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> board(UriInfo uri) {
        View.of(uri);
        return sql.board(frame.actor().scope()).chain(board -> frame.show(Templates.board(frame, board)));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
