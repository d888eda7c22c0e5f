package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.receiving.ReceivingOrder;
import dev.lotline.operations.receiving.ReceivingOrders;
import dev.lotline.operations.receiving.ReceivingOrders.Filter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Receiving orders, newest first, and one of them: what was announced, what came, what differs. */
@Path("/receiving")
@ConsolePage
@Needs(Capability.INBOUND_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class ReceivingPages {
    private final ReceivingOrders orders;
    private final Frame frame;

    ReceivingPages(ReceivingOrders orders, Frame frame) {
        this.orders = orders;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance receiving(Frame frame, View.Rows<ReceivingOrder.Heading> list);

        static native TemplateInstance receipt(Frame frame, ReceivingOrder order);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(
            @RestQuery @Nullable String state, @RestQuery @Nullable Long before, UriInfo uri) {
        View.of(uri, "state", "before");
        boolean open = View.open(state);
        return orders.list(new Filter(null, null, open, frame.actor().scope(), View.before(before), View.ROWS + 1))
                .chain(rows ->
                        frame.show(Templates.receiving(frame, View.Rows.of(rows, open, ReceivingOrder.Heading::id))));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> order(String owner, String reference, UriInfo uri) {
        View.of(uri);
        return orders.find(owner, reference, frame.actor().scope())
                .chain(order -> frame.show(Templates.receipt(frame, order)));
    }

    /** In pages: whether anything came otherwise than it was announced. */
    @TemplateExtension
    static boolean differs(ReceivingOrder order) {
        return !order.exceptions().isEmpty()
                || order.lines().stream().anyMatch(line -> !line.exceptions().isEmpty());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
