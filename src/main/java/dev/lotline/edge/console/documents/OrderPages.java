package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.ordering.CustomerOrder;
import dev.lotline.operations.ordering.Orders;
import dev.lotline.operations.ordering.Orders.Filter;
import dev.lotline.operations.ordering.PickPlan.Candidate;
import dev.lotline.operations.ordering.Releasing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Orders, newest first; one of them line by line; and why a line got this lot and no other. */
@Path("/orders")
@ConsolePage
@Needs(Capability.ORDER_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class OrderPages {
    private final Orders orders;
    private final Releasing releasing;
    private final Frame frame;

    OrderPages(Orders orders, Releasing releasing, Frame frame) {
        this.orders = orders;
        this.releasing = releasing;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance orders(Frame frame, View.Rows<CustomerOrder.Heading> list);

        static native TemplateInstance order(Frame frame, CustomerOrder order);

        static native TemplateInstance why(
                Frame frame, String owner, String reference, int line, List<Candidate> candidates);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(
            @RestQuery @Nullable String state, @RestQuery @Nullable Long before, UriInfo uri) {
        View.of(uri, "state", "before");
        boolean open = View.open(state);
        return orders.list(new Filter(null, null, open, frame.actor().scope(), View.before(before), View.ROWS + 1))
                .chain(rows ->
                        frame.show(Templates.orders(frame, View.Rows.of(rows, open, CustomerOrder.Heading::id))));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> order(String owner, String reference, UriInfo uri) {
        View.of(uri);
        return orders.find(owner, reference, frame.actor().scope())
                .chain(order -> frame.show(Templates.order(frame, order)));
    }

    @GET
    @Path("/{owner}/{reference}/lines/{line}/why")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> why(String owner, String reference, int line, UriInfo uri) {
        View.of(uri);
        return releasing
                .candidates(owner, reference, line, frame.actor().scope())
                .chain(found -> frame.show(Templates.why(frame, owner, reference, line, found)));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
