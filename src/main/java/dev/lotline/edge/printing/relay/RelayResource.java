package dev.lotline.edge.printing.relay;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.RelayQueue;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What the relay of a printer asks, and what it says. Its credential is the one that the printer names as its relay. */
@Path("/api/v1/printing/relay")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class RelayResource {
    private static final int LONGEST_SECONDS = 25;

    private final RelayQueue queue;
    private final HandingOut handing;
    private final SecurityIdentity identity;
    private final RelayLines lines;
    private final Outcomes outcomes;

    RelayResource(
            RelayQueue queue, HandingOut handing, RelayLines lines, Outcomes outcomes, SecurityIdentity identity) {
        this.lines = lines;
        this.outcomes = outcomes;
        this.queue = queue;
        this.handing = handing;
        this.identity = identity;
    }

    @GET
    @Path("/{printer}/next")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Fetch the next labels of a printer",
            description =
                    "Waits up to wait seconds, 25 at most, for some. What is handed out is never handed out again,"
                            + " unless the relay says NOT_STARTED; without a word within a minute it is UNKNOWN.")
    @APIResponse(responseCode = "204", description = "Nothing to print.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINTER: none whose relay this credential is.")
    @APIResponse(responseCode = "503", description = "OVERLOADED: somebody waits for this printer already.")
    public Uni<RestResponse<Handed>> next(
            String printer, @QueryParam("wait") @Nullable Integer wait, @Context HttpServerRequest request) {
        int seconds = wait == null ? 0 : wait;
        if (seconds < 0 || seconds > LONGEST_SECONDS) {
            throw Refusal.invalid("wait", "must lie between 0 and " + LONGEST_SECONDS);
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return queue.printer(printer, actor().name()).chain(found -> {
            if (found == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_PRINTER, "printer", printer);
            }
            return alone(found, until, () -> request.response().closed());
        });
    }

    private Uni<RestResponse<Handed>> alone(Machine printer, long until, BooleanSupplier gone) {
        if (!lines.take(printer.id())) {
            throw Refusal.of(RefusalCode.OVERLOADED);
        }
        return queue.health(printer, "READY")
                .chain(() -> handing.next(printer, actor().name(), until, gone))
                .eventually(() -> lines.leave(printer.id()))
                .map(handed -> handed == null ? RestResponse.<Handed>noContent() : RestResponse.ok(handed));
    }

    @POST
    @Path("/jobs/{job}")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Say what became of labels",
            description = "Said twice, or too late, it changes nothing; the answer says where the job stands.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINT_JOB: none that this credential has fetched.")
    public Uni<Outcomes.Answer> said(String job, @Nullable OutcomeBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "is required");
        }
        return outcomes.said(job, body, actor().name());
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
