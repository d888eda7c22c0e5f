package dev.lotline.edge.console.lot;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
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

/** A lot. */
@Path("/lots/{id}")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class LotPage {
    private final LotSql lots;
    private final Frame frame;

    LotPage(LotSql lots, Frame frame) {
        this.lots = lots;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lot(Frame frame, Lot lot, int most, Timeline timeline);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> lot(long id, UriInfo uri) {
        View.of(uri);
        return lots.lot(id, frame.actor().scope()).chain(lot -> {
            if (lot == null) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            return frame.show(Templates.lot(frame, lot, LotSql.MOVES, Timeline.of(lot.days())));
        });
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
