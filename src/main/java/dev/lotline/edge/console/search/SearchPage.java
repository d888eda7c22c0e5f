package dev.lotline.edge.console.search;

import dev.lotline.edge.console.search.SearchSql.Hit;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The search box, which a hand scanner writes into as well. */
@Path("/search")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class SearchPage {
    private static final int LONGEST_WORD = 200;

    private final SearchSql sql;
    private final Frame frame;

    SearchPage(SearchSql sql, Frame frame) {
        this.sql = sql;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance found(Frame frame, String word, List<Hit> hits);
    }

    /** One hit is gone to at once. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> search(@RestQuery @Nullable String q, UriInfo uri) {
        View.of(uri, "q");
        String word = Frame.text(q);
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return frame.show(Templates.found(frame, "", List.of())).map(RestResponse::toResponse);
        }
        return sql.find(SearchWord.of(word), frame.actor().scope())
                .chain(hits -> hits.size() == 1
                        ? Uni.createFrom()
                                .item(Response.seeOther(URI.create(hits.get(0).address()))
                                        .build())
                        : frame.show(Templates.found(frame, word, hits)).map(RestResponse::toResponse));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
