package dev.lotline.edge.printing.sheet;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.printing.sheets.LabelSheets;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Badges as cards. Their codes are secrets that the house does not keep: who makes them brings them here. */
@Path("/api/v1/printing/sheets/BADGE.{format}")
@Cancellable(false)
@Tag(name = "Printing")
public final class BadgeSheetResource {
    private final LabelSheets sheets;

    BadgeSheetResource(LabelSheets sheets) {
        this.sheets = sheets;
    }

    /** The badges of a sheet. */
    @Schema(name = "BadgeSheet")
    public record Body(
            @Schema(required = true, description = "1 to 500 badges") @Nullable
            List<@Nullable Badge> badges) {}

    /** What stands on one. */
    @Schema(name = "BadgeCard")
    public record Badge(
            @Schema(required = true, description = "BDG- and 27 characters, the last one their check") @Nullable
            String code,

            @Schema(required = true, description = "Who wears it") @Nullable
            String name,

            @Schema(description = "What they do") @Nullable String role) {}

    @POST
    @Needs(Capability.KEY_ADMIN)
    @Operation(
            summary = "A sheet of badges",
            description = "format: pdf (paper: A4, LETTER) or zpl (dpi: 203, 300, 600). Nothing of it is kept.")
    @APIResponse(
            responseCode = "400",
            description = "VALIDATION_FAILED: the code of a badge is none, or it can't be drawn.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such format.")
    public Uni<RestResponse<byte[]>> badges(
            String format,
            @QueryParam("paper") @Nullable String paper,
            @QueryParam("dpi") @Nullable Integer dpi,
            @Nullable Body body) {
        List<LabelSheets.@Nullable Badge> badges = body == null || body.badges() == null
                ? List.of()
                : body.badges().stream().map(BadgeSheetResource::badge).toList();
        return sheets.badges(badges, new LabelSheets.Look(format, null, paper, dpi, null))
                .map(SheetResource::answer);
    }

    private static LabelSheets.@Nullable Badge badge(@Nullable Badge given) {
        return given == null ? null : new LabelSheets.Badge(given.code(), given.name(), given.role());
    }
}
