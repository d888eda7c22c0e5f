package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.sheet.SheetOrder.Look;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_NAME = 64;

    private final Sheets sheets;

    BadgeSheetResource(Sheets sheets) {
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
        SheetOrder order = SheetOrder.of(LabelKind.BADGE, new Look(format, null, paper, dpi, null));
        return sheets.drawn(order, payloads(body), "lotline-badges." + format);
    }

    private static List<Map<String, String>> payloads(@Nullable Body body) {
        List<@Nullable Badge> badges = body == null || body.badges() == null ? List.of() : body.badges();
        FieldCheck check = new FieldCheck()
                .that(!badges.isEmpty(), "badges", "must have at least one badge")
                .that(badges.size() <= Sheets.MOST, "badges", "must have at most " + Sheets.MOST + " badges");
        check.done();
        List<Map<String, String>> payloads = new ArrayList<>();
        for (int n = 0; n < badges.size(); n++) {
            payloads.add(payload(check, "badges[" + n + "].", badges.get(n)));
        }
        check.done();
        return payloads;
    }

    private static Map<String, String> payload(FieldCheck check, String at, @Nullable Badge badge) {
        Badge given = badge == null ? new Badge(null, null, null) : badge;
        String code = orEmpty(given.code());
        String name = orEmpty(given.name());
        OwnCode own = OwnCode.parse(code);
        check.that(own != null && own.isRightBadge(), at + "code", "must be BDG- and 27 characters with their check")
                .text(at + "name", name, MOST_NAME)
                .text(at + "role", given.role(), MOST_NAME);
        return Map.of("code", code, "name", name, "role", orEmpty(given.role()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
