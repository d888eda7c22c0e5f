package dev.lotline.edge.console.places;

import dev.lotline.edge.console.places.PlaceImport.Fate;
import dev.lotline.edge.console.places.PlaceImport.Verdict;
import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Many places at once: looked at first, then brought in, all or none. */
@Path("/admin/places/import")
@ConsolePage
@Needs(Capability.CATALOG_WRITE)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class PlaceImportPages {
    private final PlaceImport bringing;
    private final ChoiceSql choices;
    private final Frame frame;

    PlaceImportPages(PlaceImport bringing, ChoiceSql choices, Frame frame) {
        this.bringing = bringing;
        this.choices = choices;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance placeImport(Frame frame, Brought brought, Choices choices);
    }

    /**
     * @param verdicts empty = nothing was looked at yet
     * @param done they are there now
     * @param wrong what stands against the whole; null = nothing
     */
    public record Brought(
            String warehouse,
            String text,
            List<Verdict> verdicts,
            boolean done,
            @Nullable String wrong) {
        private int count(Fate fate) {
            return (int) verdicts.stream().filter(each -> each.fate() == fate).count();
        }

        public int made() {
            return count(Fate.MADE);
        }

        public int changed() {
            return count(Fate.CHANGED);
        }

        public int same() {
            return count(Fate.SAME);
        }

        public int refused() {
            return count(Fate.WRONG);
        }

        boolean failed() {
            return wrong != null || refused() > 0;
        }

        /** What is wrong comes first, and is all there is to see when there is much of it. */
        public List<Verdict> shown() {
            return verdicts.stream()
                    .sorted((a, b) -> Boolean.compare(b.fate() == Fate.WRONG, a.fate() == Fate.WRONG))
                    .limit(MOST_SHOWN)
                    .toList();
        }
    }

    private static final int MOST_SHOWN = 200;

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> blank(UriInfo uri) {
        View.of(uri, "warehouse");
        String warehouse = Frame.text(uri.getQueryParameters().getFirst("warehouse"));
        return show(new Brought(warehouse, "", List.of(), false, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> bring(
            @RestForm @Nullable String warehouse,
            @RestForm @Nullable String places,
            @RestForm("do") @Nullable String act) {
        String house = Frame.text(warehouse);
        String text = places == null ? "" : places;
        boolean dry = !"apply".equals(act);
        return Uni.createFrom()
                .deferred(() -> bringing.bring(house, PlaceText.lines(text), dry))
                .map(verdicts -> new Brought(house, text, verdicts, !dry, null))
                .map(told -> told.refused() > 0 ? new Brought(house, text, told.verdicts(), false, null) : told)
                .onFailure(PlaceImportPages::ofTheText)
                .recoverWithItem(no -> new Brought(house, text, List.of(), false, frame.sentence((Refusal) no)))
                .chain(this::show);
    }

    private static boolean ofTheText(Throwable fault) {
        return fault instanceof Refusal no && no.code() == RefusalCode.VALIDATION_FAILED;
    }

    private Uni<RestResponse<String>> show(Brought brought) {
        int status = brought.failed() ? RefusalCode.VALIDATION_FAILED.status() : RestResponse.StatusCode.OK;
        return choices.choices(frame.actor().scope())
                .chain(there -> frame.show(Templates.placeImport(frame, brought, there), status));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
