package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.sheet.SheetOrder.Look;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.Printer;
import dev.lotline.operations.printing.printers.Printers;
import dev.lotline.operations.printing.sheets.PlaceSql;
import dev.lotline.operations.printing.sheets.PlaceSql.Wanted;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Labels for places, totes, printers and commands, for an office printer or a roll. */
@Path("/api/v1/printing/sheets")
@Cancellable(false)
@Tag(name = "Printing")
public final class SheetResource {
    private final Sheets sheets;
    private final PlaceSql places;
    private final Printers printers;
    private final SecurityIdentity identity;

    SheetResource(Sheets sheets, PlaceSql places, Printers printers, SecurityIdentity identity) {
        this.sheets = sheets;
        this.places = places;
        this.printers = printers;
        this.identity = identity;
    }

    @GET
    @Path("{kind}.{format}")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "A sheet of labels",
            description =
                    "kind: LOCATION, TOTE, PRINTER, COMMANDS. format: pdf (paper: A4, LETTER), or zpl for a roll (dpi:"
                            + " 203, 300, 600). Places by zone, from and to, at most 500. Nothing is booked, and no queue prints it.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: more than 500, or a label can't be drawn.")
    @APIResponse(
            responseCode = "404",
            description = "UNKNOWN_WAREHOUSE; NOT_FOUND: no such sheet, or nothing to stand on it.")
    public Uni<RestResponse<byte[]>> sheet(
            String kind,
            String format,
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("stock") @Nullable String stock,
            @QueryParam("paper") @Nullable String paper,
            @QueryParam("dpi") @Nullable Integer dpi,
            @QueryParam("language") @Nullable String language) {
        LabelKind found = LabelKind.named(kind);
        if (found == null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        SheetOrder order = SheetOrder.of(found, new Look(format, stock, paper, dpi, language));
        String name = "lotline-" + found.name().toLowerCase(Locale.ROOT) + "." + format;
        return payloads(found, warehouse, zone, from, to)
                .chain(payloads -> sheets.drawn(order, checked(payloads), name));
    }

    private Uni<List<Map<String, String>>> payloads(
            LabelKind kind,
            @Nullable String warehouse,
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to) {
        return switch (kind) {
            case COMMANDS -> Uni.createFrom().item(List.of(Map.of()));
            case LOCATION, TOTE ->
                places.places(
                                new Wanted(named(warehouse), kind == LabelKind.TOTE, zone, from, to),
                                Sheets.MOST + 1,
                                scope())
                        .map(all -> all.stream().map(SheetResource::payload).toList());
            case PRINTER ->
                printers.page(scope(), named(warehouse), "", Sheets.MOST + 1)
                        .map(all -> all.stream().map(SheetResource::payload).toList());
            default -> throw Refusal.of(RefusalCode.NOT_FOUND);
        };
    }

    private static String named(@Nullable String warehouse) {
        if (warehouse == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        return warehouse;
    }

    private static Map<String, String> payload(PlaceSql.Place place) {
        Map<String, String> payload = new HashMap<>(Map.of("place", place.code()));
        if (place.zone() != null) {
            payload.put("zone", place.zone());
        }
        return payload;
    }

    private static Map<String, String> payload(Printer printer) {
        return Map.of("printer", printer.code());
    }

    private static List<Map<String, String>> checked(List<Map<String, String>> payloads) {
        if (payloads.isEmpty()) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        if (payloads.size() > Sheets.MOST) {
            throw Refusal.invalid("zone", "leaves more than " + Sheets.MOST + " labels: say zone, from and to");
        }
        return payloads;
    }

    private Scope scope() {
        return ((Actor) identity.getPrincipal()).scope();
    }
}
