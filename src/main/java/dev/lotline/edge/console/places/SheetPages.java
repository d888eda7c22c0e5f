package dev.lotline.edge.console.places;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.Pasted;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.printing.sheets.LabelSheets;
import dev.lotline.operations.printing.sheets.LabelSheets.Badge;
import dev.lotline.operations.printing.sheets.LabelSheets.Look;
import dev.lotline.operations.printing.sheets.LabelSheets.Range;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Labels of places, command cards and badges by the sheet, for whoever is signed in. */
@Path("/admin/sheets")
@ConsolePage
@Needs(Capability.PRINT)
@Cancellable(false)
@Produces("application/pdf")
public final class SheetPages {
    private final LabelSheets sheets;
    private final Frame frame;

    SheetPages(LabelSheets sheets, Frame frame) {
        this.sheets = sheets;
        this.frame = frame;
    }

    @GET
    @Path("/{kind}.{format}")
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> sheet(
            String kind,
            String format,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String paper,
            UriInfo uri) {
        View.of(uri, "warehouse", "zone", "from", "to", "paper");
        Look look =
                new Look(format, null, View.given(paper), null, frame.language().getLanguage());
        Range range = new Range(View.given(zone), View.given(from), View.given(to));
        return sheets.sheet(
                        kind, look, View.given(warehouse), range, frame.actor().scope())
                .map(SheetPages::file);
    }

    /** One badge for each line: name, role, code. Who has no code gets one that stands here and nowhere else. */
    @POST
    @Path("/badges")
    @Needs(Capability.KEY_ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> badges(@RestForm @Nullable String people, @RestForm @Nullable String paper) {
        List<@Nullable Badge> badges = (people == null ? "" : people)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Pasted::cells)
                .map(SheetPages::badge)
                .toList();
        return sheets.badges(badges, new Look("pdf", null, View.given(paper), null, null))
                .map(SheetPages::file);
    }

    private static @Nullable Badge badge(List<String> cells) {
        String code = Pasted.at(cells, 2);
        return new Badge(
                code.isEmpty() ? BadgeCode.fresh() : code, Pasted.at(cells, 0), View.given(Pasted.at(cells, 1)));
    }

    private static RestResponse<byte[]> file(LabelSheets.File file) {
        return ResponseBuilder.ok(file.bytes(), file.type())
                .header("Content-Disposition", "inline; filename=\"" + file.name() + "\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
