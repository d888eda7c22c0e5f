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
import dev.lotline.operations.messaging.webhooks.Webhook;
import dev.lotline.operations.messaging.webhooks.Webhooks;
import dev.lotline.operations.sheets.Sheet;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Subscriptions, made and changed. A secret is shown once, when it is made. */
@Path("/admin/webhooks")
@ConsolePage
@Needs(Capability.WEBHOOK_ADMIN)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class WebhookPages {
    private final Webhooks webhooks;
    private final Exports exports;
    private final Frame frame;

    WebhookPages(Webhooks webhooks, Exports exports, Frame frame) {
        this.webhooks = webhooks;
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance webhooks(Frame frame, Listing list, WebhookForm form, @Nullable String wrong);

        static native TemplateInstance webhookSecret(Frame frame, String webhook, String secret);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        return page(WebhookTables.SUBSCRIPTIONS.asked(uri), WebhookForm.blank(), null);
    }

    private Uni<RestResponse<String>> page(Asked asked, WebhookForm form, @Nullable Refusal wrong) {
        return WebhookTables.SUBSCRIPTIONS
                .page(asked, () -> webhooks(asked.after(), View.ROWS + 1), most -> webhooks("", most))
                .chain(rows -> frame.show(
                        Templates.webhooks(
                                frame,
                                WebhookTables.SUBSCRIPTIONS.shown(frame, asked, rows),
                                form,
                                wrong == null ? null : frame.sentence(wrong)),
                        wrong == null
                                ? RestResponse.StatusCode.OK
                                : wrong.code().status()));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        return file(Sheet.CSV, uri);
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        return file(Sheet.XLSX, uri);
    }

    private RestMulti<byte[]> file(String type, UriInfo uri) {
        return exports.whole(
                type,
                WebhookTables.SUBSCRIPTIONS,
                WebhookTables.SUBSCRIPTIONS.asked(uri),
                null,
                most -> webhooks("", most));
    }

    private Uni<List<Webhook>> webhooks(String after, int most) {
        return webhooks.list(after, most, frame.actor().scope());
    }

    /** A new one shows its secret; one that is there is changed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> put(@BeanParam WebhookForm form) {
        return Uni.createFrom()
                .deferred(() -> webhooks.put(form.code(), form.spec(), frame.actor()))
                .chain(this::told)
                .onFailure(Refusal.class)
                .recoverWithUni(no -> page(WebhookTables.SUBSCRIPTIONS.asked("/admin/webhooks"), form, (Refusal) no)
                        .map(RestResponse::toResponse));
    }

    /** Its new secret; the old one signs as well for a day. */
    @POST
    @Path("/{webhook}/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> rotate(String webhook) {
        return webhooks.rotate(webhook, frame.actor()).chain(this::told);
    }

    private Uni<Response> told(Webhooks.Stored stored) {
        String code = stored.webhook().webhook();
        String secret = stored.secret();
        return secret == null
                ? Uni.createFrom().item(to(address(code)))
                : frame.show(Templates.webhookSecret(frame, code, secret), RestResponse.Status.CREATED)
                        .map(RestResponse::toResponse);
    }

    @POST
    @Path("/{webhook}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> end(String webhook) {
        return webhooks.delete(webhook, frame.actor()).map(done -> to("/admin/webhooks"));
    }

    static String address(String webhook) {
        return "/admin/webhooks/" + View.encoded(webhook);
    }

    static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
