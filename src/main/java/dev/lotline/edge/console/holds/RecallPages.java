package dev.lotline.edge.console.holds;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.quarantine.Deciding;
import dev.lotline.operations.quarantine.Disposition;
import dev.lotline.operations.quarantine.Hold;
import dev.lotline.operations.quarantine.Quarantine;
import dev.lotline.operations.tracing.TraceParty;
import dev.lotline.operations.tracing.Tracing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The end of a recall: what becomes of each lot in each place, and the report that accounts for every unit. */
@Path("/holds")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class RecallPages {
    private final Quarantine quarantine;
    private final Deciding deciding;
    private final Tracing tracing;
    private final OnHandSql onHand;
    private final FormCommands commands;
    private final Frame frame;

    RecallPages(
            Quarantine quarantine,
            Deciding deciding,
            Tracing tracing,
            OnHandSql onHand,
            FormCommands commands,
            Frame frame) {
        this.quarantine = quarantine;
        this.deciding = deciding;
        this.tracing = tracing;
        this.onHand = onHand;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance recallReport(Frame frame, RecallReport report);
    }

    /** Of one lot in one place; a release of lots asks for another person than the one who placed the hold. */
    @POST
    @Path("/{hold}/units")
    @Needs(Capability.STOCK_READ)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> units(long hold, @BeanParam DecisionForm form) {
        Disposition asked = form.disposition();
        Capability needed = asked.kind() == Disposition.Kind.RELEASE ? Capability.RELEASE_LOT : Capability.DISPOSE;
        if (!frame.actor().may(needed)) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", needed.name());
        }
        return deciding.decide(
                        hold,
                        asked,
                        commands.of(
                                frame.actor(),
                                form.id,
                                "/holds/" + hold + "/units",
                                form.fields(),
                                frame.language().toLanguageTag()),
                        frame.actor().scope())
                .replaceWith(() -> Response.seeOther(URI.create("/holds/" + hold + "#units"))
                        .build());
    }

    @GET
    @Path("/{hold}/report")
    @Needs(Capability.TRACE)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> report(long hold, UriInfo uri) {
        View.of(uri);
        return quarantine
                .find(hold, frame.actor().scope())
                .chain(found -> tracing.hold(String.valueOf(hold), frame.actor().scope())
                        .chain(trace -> trace.parties("", RecallReport.MOST))
                        .chain(parties -> report(found, parties)))
                .chain(report -> frame.show(Templates.recallReport(frame, report)));
    }

    private Uni<RecallReport> report(Hold hold, List<TraceParty> parties) {
        Set<Long> lots = parties.stream().map(TraceParty::lotId).collect(Collectors.toSet());
        return onHand.onHand(lots, frame.actor().scope()).map(units -> RecallReport.of(hold, parties, units));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
