package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.receiving.ReceivingBoard.Narrowed;
import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.receiving.ReceivingOrder;
import dev.lotline.operations.receiving.ReceivingOrders;
import dev.lotline.operations.receiving.ReceivingOrders.Command;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.ledger.Envelope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Receiving orders by state, newest first, and one of them: what was announced, what came, what differs. */
@Path("/receiving")
@ConsolePage
@Needs(Capability.INBOUND_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class ReceivingPages {
    private static final int REFUSED = RefusalCode.VALIDATION_FAILED.status();

    private final ReceivingOrders orders;
    private final ReceivingLists lists;
    private final DryRun dryRun;
    private final CountedBySql countedBy;
    private final ChoiceSql choices;
    private final FormCommands commands;
    private final Frame frame;

    ReceivingPages(
            ReceivingOrders orders,
            ReceivingLists lists,
            DryRun dryRun,
            CountedBySql countedBy,
            ChoiceSql choices,
            FormCommands commands,
            Frame frame) {
        this.orders = orders;
        this.lists = lists;
        this.dryRun = dryRun;
        this.countedBy = countedBy;
        this.choices = choices;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance receiving(Frame frame, ReceivingBoard board, Listing table);

        static native TemplateInstance receipt(Frame frame, Receipt receipt, String id);

        static native TemplateInstance announcement(Frame frame, Announcement asked, Choices choices);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = ReceivingTable.TABLE.asked(uri);
        Narrowed to = ReceivingLists.narrowed(asked);
        Scope scope = frame.actor().scope();
        View.within(scope, to.owner(), to.warehouse());
        return lists.counted(to, scope)
                .chain(open -> lists.page(asked, open, scope)
                        .chain(rows -> choices.choices(scope)
                                .chain(there -> frame.show(Templates.receiving(
                                        frame,
                                        new ReceivingBoard(
                                                ReceivingBoard.counts(open),
                                                open.size() == ReceivingBoard.MOST,
                                                to,
                                                there),
                                        ReceivingTable.TABLE
                                                .shown(frame, asked, rows)
                                                .live(ReceivingTopic.NAME, asked))))));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        return lists.file(
                Sheet.CSV, ReceivingTable.TABLE.asked(uri), frame.actor().scope());
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        return lists.file(
                Sheet.XLSX, ReceivingTable.TABLE.asked(uri), frame.actor().scope());
    }

    @GET
    @Path("/new")
    @Needs(Capability.INBOUND_WRITE)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> blank(UriInfo uri) {
        View.of(uri);
        return show(Announcement.blank(), RestResponse.StatusCode.OK);
    }

    /** Looks at the rows and says what is wrong with them; announces them only when that is asked for and nothing is. */
    @POST
    @Path("/new")
    @Needs(Capability.INBOUND_WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> announce(@BeanParam AnnounceForm form) {
        Announcement asked = form.announcement();
        if ("row".equals(form.act)) {
            return show(asked, RestResponse.StatusCode.OK).map(RestResponse::toResponse);
        }
        return dryRun.check(asked).chain(checked -> {
            if (!checked.good() || !"announce".equals(form.act)) {
                return show(checked, checked.good() ? RestResponse.StatusCode.OK : REFUSED)
                        .map(RestResponse::toResponse);
            }
            return dryRun.announce(checked)
                    .map(stored -> Response.seeOther(URI.create(address(
                                    checked.heading().owner(), checked.heading().reference())))
                            .build());
        });
    }

    private Uni<RestResponse<String>> show(Announcement asked, int status) {
        return choices.choices(frame.actor().scope())
                .chain(there -> frame.show(Templates.announcement(frame, asked, there), status));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> order(
            String owner, String reference, @RestQuery @Nullable Integer from, UriInfo uri) {
        View.of(uri, "from");
        int begin = from == null ? 0 : from;
        if (begin < 0) {
            throw Refusal.invalid("from", "must be 0 or more");
        }
        return orders.find(owner, reference, frame.actor().scope())
                .chain(order -> countedBy
                        .who(owner, reference, begin, Receipt.ROWS)
                        .chain(who -> frame.show(Templates.receipt(
                                frame,
                                Receipt.of(order, begin, who),
                                UUID.randomUUID().toString()))));
    }

    @POST
    @Path("/{owner}/{reference}/commit")
    @Needs(Capability.INBOUND_WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> commit(String owner, String reference, @RestForm @Nullable String id) {
        return command(Command.COMMIT, owner, reference, id);
    }

    @POST
    @Path("/{owner}/{reference}/close")
    @Needs(Capability.INBOUND_WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> close(String owner, String reference, @RestForm @Nullable String id) {
        return command(Command.CLOSE, owner, reference, id);
    }

    @POST
    @Path("/{owner}/{reference}/cancel")
    @Needs(Capability.INBOUND_WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> cancel(String owner, String reference, @RestForm @Nullable String id) {
        return command(Command.CANCEL_RECEIVING, owner, reference, id);
    }

    @POST
    @Path("/{owner}/{reference}/exceptions/{exception}")
    @Needs(Capability.EXCEPTION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> resolve(String owner, String reference, long exception, @BeanParam ResolutionForm form) {
        Envelope envelope = envelope(form.id, address(owner, reference) + "/exceptions/" + exception, form.fields());
        return orders.resolve(
                        owner,
                        reference,
                        exception,
                        form.resolution(),
                        envelope,
                        frame.actor().scope())
                .map(done -> Response.seeOther(URI.create(address(owner, reference) + "#exceptions"))
                        .build());
    }

    private Uni<Response> command(Command command, String owner, String reference, @Nullable String id) {
        Envelope envelope = envelope(id, address(owner, reference) + "/" + command, Map.of());
        return orders.command(command, owner, reference, envelope, frame.actor().scope())
                .map(done ->
                        Response.seeOther(URI.create(address(owner, reference))).build());
    }

    private Envelope envelope(@Nullable String id, String path, Map<String, String> fields) {
        return commands.of(frame.actor(), id, path, fields, frame.language().toLanguageTag());
    }

    static String address(String owner, String reference) {
        return "/receiving/" + View.encoded(owner) + "/" + View.encoded(reference);
    }

    /** In pages: units are there that may be something else than what they were counted as. */
    @TemplateExtension
    static boolean relabels(ReceivingOrder.Discrepancy exception) {
        return !exception.code().startsWith("SHORTAGE_");
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
