package dev.lotline.edge.console.webhooks;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.messaging.webhooks.Deliveries;
import dev.lotline.operations.messaging.webhooks.Delivery;
import dev.lotline.operations.messaging.webhooks.Webhook;
import dev.lotline.operations.messaging.webhooks.Webhooks;
import dev.lotline.operations.sheets.Sheet;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** One subscription with what it was told, the newest first; and telling it again. */
@Path("/admin/webhooks/{webhook}")
@ConsolePage
@Needs(Capability.WEBHOOK_ADMIN)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class DeliveryPages {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Exports exports;
    private final Frame frame;

    DeliveryPages(Webhooks webhooks, Deliveries deliveries, Exports exports, Frame frame) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance webhook(Frame frame, Webhook webhook, WebhookForm form, Listing list);

        static native TemplateInstance deliveryActs(Frame frame, String at, Delivery row);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> page(String webhook, UriInfo uri) {
        Asked asked = WebhookTables.DELIVERIES.asked(uri);
        String state = state(asked);
        return webhooks.find(webhook, frame.actor().scope())
                .chain(found -> WebhookTables.DELIVERIES
                        .page(
                                asked,
                                () -> log(webhook, state, asked.afterId(), View.ROWS + 1),
                                most -> log(webhook, state, 0, most))
                        .chain(rows -> frame.show(Templates.webhook(
                                frame,
                                found,
                                WebhookForm.of(found),
                                WebhookTables.DELIVERIES.shown(frame, asked, rows)))));
    }

    private static String state(Asked asked) {
        String state = asked.one(WebhookTables.STATE);
        if (state != null && !WebhookTables.STATES.contains(state)) {
            throw Refusal.invalid(WebhookTables.STATE, "must be one of " + WebhookTables.STATES);
        }
        return state == null ? "" : state;
    }

    private Uni<List<Delivery>> log(String webhook, String state, long before, int most) {
        return deliveries.log(
                webhook, View.given(state), before, most, frame.actor().scope());
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String webhook, UriInfo uri) {
        return file(Sheet.CSV, webhook, uri);
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String webhook, UriInfo uri) {
        return file(Sheet.XLSX, webhook, uri);
    }

    private RestMulti<byte[]> file(String type, String webhook, UriInfo uri) {
        Asked asked = WebhookTables.DELIVERIES.asked(uri);
        String state = state(asked);
        return exports.whole(type, WebhookTables.DELIVERIES, asked, null, most -> log(webhook, state, 0, most));
    }

    @POST
    @Path("/deliveries/{delivery}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> replay(String webhook, String delivery) {
        return deliveries
                .replay(webhook, id(delivery), frame.actor().scope())
                .map(done -> WebhookPages.to(WebhookPages.address(webhook)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
