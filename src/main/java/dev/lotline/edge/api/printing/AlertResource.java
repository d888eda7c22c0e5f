package dev.lotline.edge.api.printing;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.printing.printers.PrintAlerts;
import dev.lotline.operations.printing.printers.PrintAlerts.Alert;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What somebody should look at. */
@Path("/api/v1/printing/alerts")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class AlertResource {
    private final PrintAlerts alerts;
    private final SecurityIdentity identity;

    AlertResource(PrintAlerts alerts, SecurityIdentity identity) {
        this.alerts = alerts;
        this.identity = identity;
    }

    /** One of them, with a sentence for a person. */
    @Schema(name = "PrintAlert")
    public record View(
            @Schema(description = "NOT_READY, UNKNOWN_OLD or QUEUE_LONG")
            String alert,

            String warehouse,
            @Nullable String printer,
            OffsetDateTime since,

            @Schema(description = "how many jobs; of a long queue 51 at most")
            long jobs,

            String words) {}

    /** All of them. */
    @Schema(name = "PrintAlerts")
    public record Answer(List<View> items) {}

    @GET
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Printers and labels that somebody should look at",
            description = "Not ready for two minutes with labels waiting, unknown for ten minutes, more than fifty jobs"
                    + " waiting. The oldest first, 200 at most. Filter: warehouse.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN.")
    public Uni<Answer> list(@QueryParam("warehouse") @Nullable String warehouse, HttpHeaders headers) {
        Locale language = Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return alerts.of(((Actor) identity.getPrincipal()).scope(), warehouse)
                .map(found -> new Answer(
                        found.stream().map(alert -> view(alert, language)).toList()));
    }

    private static View view(Alert alert, Locale language) {
        Map<String, Object> facts = alert.printer() == null
                ? Map.of("jobs", alert.jobs())
                : Map.of("printer", alert.printer(), "jobs", alert.jobs());
        return new View(
                alert.alert(),
                alert.warehouse(),
                alert.printer(),
                alert.since(),
                alert.jobs(),
                Sentences.of("PRINT_ALERT_" + alert.alert(), facts, language));
    }
}
