package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.documents.OrderBoard.Narrowed;
import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.ordering.CustomerOrder;
import dev.lotline.operations.ordering.Orders;
import dev.lotline.operations.ordering.PickPlan.Candidate;
import dev.lotline.operations.ordering.Releasing;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.waves.HandingOver;
import dev.lotline.stock.ledger.Envelope;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Orders, what must leave first before the others; one of them line by line, with its tasks; and why a line got this lot. */
@Path("/orders")
@ConsolePage
@Needs(Capability.ORDER_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class OrderPages {
    private final Orders orders;
    private final OrderLists lists;
    private final Releasing releasing;
    private final HandingOver handingOver;
    private final TaskSql tasks;
    private final ChoiceSql choices;
    private final FormCommands commands;
    private final Frame frame;

    OrderPages(
            Orders orders,
            OrderLists lists,
            Releasing releasing,
            HandingOver handingOver,
            TaskSql tasks,
            ChoiceSql choices,
            FormCommands commands,
            Frame frame) {
        this.orders = orders;
        this.lists = lists;
        this.releasing = releasing;
        this.handingOver = handingOver;
        this.tasks = tasks;
        this.choices = choices;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance orders(Frame frame, OrderBoard board, Listing table);

        static native TemplateInstance order(Frame frame, CustomerOrder order, List<OpenTask> tasks, String id);

        static native TemplateInstance why(
                Frame frame, String owner, String reference, int line, List<Candidate> candidates);
    }

    /** Open orders by cut-off; with state=all every order, the newest first. */
    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = OrderTable.TABLE.asked(uri);
        Narrowed to = OrderLists.narrowed(asked);
        Scope scope = frame.actor().scope();
        View.within(scope, to.owner(), to.warehouse());
        return lists.due(to, scope)
                .chain(due -> choices.choices(scope)
                        .chain(there -> lists.page(asked, due, scope)
                                .chain(rows -> frame.show(Templates.orders(
                                        frame,
                                        OrderBoard.of(due, to, there),
                                        OrderTable.TABLE
                                                .shown(frame, asked, rows)
                                                .live(OrderTopic.NAME, asked))))));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        return lists.file(Sheet.CSV, OrderTable.TABLE.asked(uri), frame.actor().scope());
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        return lists.file(Sheet.XLSX, OrderTable.TABLE.asked(uri), frame.actor().scope());
    }

    @GET
    @Path("/{owner}/{reference}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> order(String owner, String reference, UriInfo uri) {
        View.of(uri);
        return orders.find(owner, reference, frame.actor().scope())
                .chain(order -> tasks.open(owner, reference, frame.actor().scope())
                        .chain(open -> frame.show(Templates.order(
                                frame, order, open, UUID.randomUUID().toString()))));
    }

    /** Its open tasks in one warehouse, to somebody or to nobody. */
    @POST
    @Path("/{owner}/{reference}/hand-over")
    @Needs(Capability.RELEASE_WORK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> handOver(
            String owner,
            String reference,
            @RestForm @Nullable String id,
            @RestForm @Nullable String warehouse,
            @RestForm @Nullable List<Long> task,
            @RestForm @Nullable String to) {
        String house = Frame.text(warehouse);
        List<Long> given = task == null ? List.of() : task;
        Envelope envelope = commands.of(
                frame.actor(),
                id,
                address(owner, reference) + "/hand-over",
                Map.of("warehouse", house, "tasks", given, "to", Frame.text(to)),
                frame.language().toLanguageTag());
        return handingOver
                .assign(
                        house,
                        new HandingOver.Work(null, given, View.given(to)),
                        envelope,
                        frame.actor().scope())
                .map(done ->
                        Response.seeOther(URI.create(address(owner, reference))).build());
    }

    private static String address(String owner, String reference) {
        return "/orders/" + View.encoded(owner) + "/" + View.encoded(reference);
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
