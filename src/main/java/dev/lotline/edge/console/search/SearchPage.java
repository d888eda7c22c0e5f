package dev.lotline.edge.console.search;

import dev.lotline.edge.console.search.SearchSql.Hit;
import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
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

    /** What stands in an address for the code of a badge. */
    private static final String BADGE = "BDG-";

    private final SearchSql sql;
    private final Frame frame;

    SearchPage(SearchSql sql, Frame frame) {
        this.sql = sql;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance found(Frame frame, String word, List<Hit> hits, @Nullable String means);
    }

    /** As the box sends it: a scanner may write a badge into it, whose code must stand in no address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response asked(@RestForm @Nullable String q) {
        String word = Frame.text(q);
        return to("/search?q=" + View.encoded(SearchWord.of(word).badge() ? BADGE : word));
    }

    /** One hit is gone to at once. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> search(@RestQuery @Nullable String q, UriInfo uri) {
        View.of(uri, "q");
        String word = Frame.text(q);
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return show("", List.of(), null);
        }
        SearchWord asked = SearchWord.of(word);
        if (asked.badge() && !word.equals(BADGE)) {
            return Uni.createFrom().item(to("/search?q=" + BADGE));
        }
        if (asked.badge()) {
            return show(word + "…", List.of(), asked.own());
        }
        return sql.find(asked, frame.actor().scope())
                .chain(hits -> hits.size() == 1
                        ? Uni.createFrom().item(to(hits.get(0).address()))
                        : show(word, hits, asked.own()));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private Uni<Response> show(String word, List<Hit> hits, OwnCode.@Nullable Kind own) {
        String means = own == null || !hits.isEmpty() ? null : meaning(own);
        return frame.show(Templates.found(frame, word, hits, means)).map(RestResponse::toResponse);
    }

    private String meaning(OwnCode.Kind own) {
        SearchWords words = Text.words(SearchWords.class, frame.language());
        return switch (own) {
            case BADGE -> words.badge();
            case COMMAND -> words.command();
            case TEST -> words.test();
            default -> words.own(own.name());
        };
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
