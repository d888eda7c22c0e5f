package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.stock.HouseSql.Hit;
import dev.lotline.edge.console.stock.LotSql.Lot;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A lot, and the way to it: what is typed or scanned into the search box. */
@Path("/")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class LotPage {
    private static final int LONGEST_WORD = 200;

    private final LotSql lots;
    private final HouseSql house;
    private final Frame frame;

    LotPage(LotSql lots, HouseSql house, Frame frame) {
        this.lots = lots;
        this.house = house;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lot(Frame frame, Lot lot, int most);

        static native TemplateInstance found(Frame frame, String word, List<Hit> hits);
    }

    @GET
    @Path("lots/{id}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> lot(long id, UriInfo uri) {
        View.of(uri);
        return lots.lot(id, frame.actor().scope()).chain(lot -> {
            if (lot == null) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            return frame.show(Templates.lot(frame, lot, LotSql.MOVES));
        });
    }

    /** One hit is gone to at once. */
    @GET
    @Path("search")
    @Operation(hidden = true)
    public Uni<Response> search(@RestQuery @Nullable String q, UriInfo uri) {
        View.of(uri, "q");
        String word = Frame.text(q);
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return frame.show(Templates.found(frame, "", List.of())).map(RestResponse::toResponse);
        }
        SearchWord scanned = SearchWord.of(word);
        return house.find(scanned.name(), scanned.gtin(), frame.actor().scope())
                .chain(hits -> hits.size() == 1
                        ? Uni.createFrom()
                                .item(Response.seeOther(address(hits.get(0))).build())
                        : frame.show(Templates.found(frame, word, hits)).map(RestResponse::toResponse));
    }

    static URI address(Hit hit) {
        return hit.kind().equals("lot")
                ? UriBuilder.fromPath("/lots/{id}").build(hit.id())
                : UriBuilder.fromPath("/inventory/{owner}/{sku}/lots").build(hit.owner(), hit.code());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
