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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The first page after signing in. */
@Path("/")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class BoardPage {
    private final BoardSql sql;
    private final CutOffSql cutOffs;
    private final Frame frame;

    BoardPage(BoardSql sql, CutOffSql cutOffs, Frame frame) {
        this.sql = sql;
        this.cutOffs = cutOffs;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance board(
                Frame frame, List<Board.Tile> tiles, List<CutOff> due, String stream, boolean kiosk);
    }

    /** @param kiosk 1 = for a screen on the wall: nothing to click on, and larger */
    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> board(@RestQuery @Nullable String kiosk, UriInfo uri) {
        View.of(uri, "kiosk");
        if (kiosk != null && !kiosk.equals("1")) {
            throw Refusal.invalid("kiosk", "must be 1 or left out");
        }
        return sql.board(frame.actor().scope())
                .map(board -> board.tiles(frame.language(), frame.actor().capabilities()))
                .chain(tiles -> cutOffs.today(frame.actor().scope())
                        .chain(due -> frame.show(
                                Templates.board(frame, tiles, due, BoardTopic.stream(tiles, due), kiosk != null))));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
