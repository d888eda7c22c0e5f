package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.whatif.Action;
import dev.lotline.operations.billing.whatif.Difference;
import dev.lotline.operations.billing.whatif.Outlook;
import dev.lotline.operations.billing.whatif.Outlooks;
import dev.lotline.operations.billing.whatif.WhatIf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What a month will come to, and what it would if something were done. Nothing is stored. */
@Path("/fees")
@ConsolePage
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class OutlookPages {
    private final Outlooks outlooks;
    private final WhatIf whatIf;
    private final Frame frame;

    OutlookPages(Outlooks outlooks, WhatIf whatIf, Frame frame) {
        this.outlooks = outlooks;
        this.whatIf = whatIf;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance outlook(Frame frame, String owner, Outlook outlook, List<Bars.Bar> bars);

        static native TemplateInstance whatIf(
                Frame frame,
                String owner,
                WhatIfForm asked,
                List<Action.Kind> kinds,
                @Nullable Difference difference,
                @Nullable String wrong);
    }

    @GET
    @Path("/{owner}/outlook")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> outlook(
            String owner, @RestQuery @Nullable String month, @RestQuery @Nullable String warehouse, UriInfo uri) {
        View.of(uri, "month", "warehouse");
        return outlooks.of(
                        owner,
                        StorageFeePages.required(warehouse),
                        Months.of(month),
                        frame.actor().scope())
                .chain(outlook -> frame.show(Templates.outlook(frame, owner, outlook, bars(outlook))));
    }

    private static List<Bars.Bar> bars(Outlook outlook) {
        List<Bars.Named> named = new ArrayList<>();
        if (outlook.lastMonth() != null) {
            named.add(new Bars.Named("–1", new BigDecimal(outlook.lastMonth()), "was"));
        }
        named.add(new Bars.Named("Σ", new BigDecimal(outlook.accrued()), "is"));
        outlook.forecasts()
                .forEach(each ->
                        named.add(new Bars.Named(each.forecast().name(), new BigDecimal(each.estimate()), "will")));
        return Bars.of(named);
    }

    /** With something chosen: the month as it is and as it would be. */
    @GET
    @Path("/{owner}/what-if")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> whatIf(
            String owner,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String sku,
            @RestQuery @Nullable String lot,
            @RestQuery @Nullable String units,
            @RestQuery @Nullable String percent,
            @RestQuery @Nullable String on,
            UriInfo uri) {
        View.of(uri, "warehouse", "kind", "sku", "lot", "units", "percent", "on");
        WhatIfForm asked = new WhatIfForm(
                StorageFeePages.required(warehouse),
                Frame.text(kind),
                Frame.text(sku),
                Frame.text(lot),
                Frame.text(units),
                Frame.text(percent),
                Frame.text(on));
        if (asked.empty()) {
            return frame.show(Templates.whatIf(frame, owner, asked, WhatIfForm.KINDS, null, null));
        }
        return Uni.createFrom()
                .deferred(() -> whatIf.difference(
                        owner,
                        asked.warehouse(),
                        List.of(asked.action()),
                        frame.actor().scope()))
                .chain(found -> frame.show(Templates.whatIf(frame, owner, asked, WhatIfForm.KINDS, found, null)))
                .onFailure(Refusal.class)
                .recoverWithUni(no -> frame.show(
                        Templates.whatIf(frame, owner, asked, WhatIfForm.KINDS, null, frame.sentence((Refusal) no)),
                        ((Refusal) no).code().status()));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
