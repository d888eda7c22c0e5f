package dev.lotline.edge.console.catalog;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.catalog.ItemBody;
import dev.lotline.operations.catalog.Items;
import dev.lotline.operations.catalog.Stored;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Items of an owner: found, added, changed. */
@Path("/admin/owners/{owner}")
@ConsolePage
@Needs(Capability.CATALOG_WRITE)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class ItemPages {
    private final Exports exports;
    private final Frame frame;

    ItemPages(Exports exports, Frame frame) {
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance items(Frame frame, Owner owner, String search, Listing list);

        static native TemplateInstance item(
                Frame frame, String owner, String sku, ItemForm form, List<ItemForm.Section> sections, boolean saved);
    }

    @GET
    @Path("/items")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(String owner, UriInfo uri) {
        Table<Item> table = ItemTable.of(owner);
        Asked asked = table.asked(uri);
        String word = word(asked);
        return owner(owner)
                .chain(found -> table.page(
                                asked,
                                () -> items(found, word, asked.after(), View.ROWS + 1),
                                most -> items(found, word, "", most))
                        .chain(items ->
                                frame.show(Templates.items(frame, found, word, table.shown(frame, asked, items)))));
    }

    @GET
    @Path("/items")
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String owner, UriInfo uri) {
        return file(Sheet.CSV, owner, uri);
    }

    @GET
    @Path("/items")
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String owner, UriInfo uri) {
        return file(Sheet.XLSX, owner, uri);
    }

    private RestMulti<byte[]> file(String type, String owner, UriInfo uri) {
        Table<Item> table = ItemTable.of(owner);
        Asked asked = table.asked(uri);
        return exports.whole(
                type, table, asked, null, most -> owner(owner).chain(found -> items(found, word(asked), "", most)));
    }

    private static String word(Asked asked) {
        String search = asked.one(ItemTable.SEARCH);
        return search == null ? "" : search.strip();
    }

    private Uni<Owner> owner(String code) {
        frame.actor().scope().requireOwner(code);
        return Panache.withSession(() -> Owner.named(code))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", code));
    }

    private static Uni<List<Item>> items(Owner owner, String word, String after, int most) {
        return Panache.withSession(
                () -> Item.page(Objects.requireNonNull(owner.id), EnumSet.allOf(Item.Status.class), word, after, most));
    }

    @GET
    @Path("/new-item")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> blank(String owner, UriInfo uri) {
        View.of(uri);
        frame.actor().scope().requireOwner(owner);
        return show(owner, "", ItemForm.blank(), false, RestResponse.StatusCode.OK);
    }

    @GET
    @Path("/items/{sku}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> item(String owner, String sku, UriInfo uri) {
        View.of(uri, "saved");
        boolean saved = uri.getQueryParameters().containsKey("saved");
        return Items.find(owner, sku, frame.actor().scope())
                .chain(found -> show(owner, sku, form(found), saved, RestResponse.StatusCode.OK));
    }

    private static ItemForm form(ItemBody item) {
        return new ItemForm(false, ItemValues.of(item), Map.of(), null);
    }

    @POST
    @Path("/items")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> add(String owner, @RestForm @Nullable String sku) {
        ItemForm form = sent(true);
        String code = Frame.text(sku);
        return store(
                owner,
                code,
                form,
                () -> Items.add(
                        owner, code, ItemReader.read(form), frame.actor().scope()));
    }

    @POST
    @Path("/items/{sku}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> change(String owner, String sku) {
        ItemForm form = sent(false);
        Supplier<Uni<Stored<ItemBody>>> work =
                () -> Items.put(owner, sku, ItemReader.read(form), frame.actor().scope());
        return Items.find(owner, sku, frame.actor().scope()).chain(there -> store(owner, sku, form, work));
    }

    private ItemForm sent(boolean isNew) {
        return new ItemForm(isNew, frame.sent(ItemForm.names()), Map.of(), null);
    }

    private Uni<Response> store(String owner, String sku, ItemForm form, Supplier<Uni<Stored<ItemBody>>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .map(done -> Response.seeOther(URI.create(address(owner, sku) + "?saved=1"))
                        .build())
                .onFailure(Refusal.class)
                .recoverWithUni(no -> {
                    Refusal refusal = (Refusal) no;
                    return show(
                                    owner,
                                    sku,
                                    ItemProblems.said(form, refusal, frame),
                                    false,
                                    refusal.code().status())
                            .map(RestResponse::toResponse);
                });
    }

    private static String address(String owner, String sku) {
        return "/admin/owners/" + View.encoded(owner) + "/items/" + View.encoded(sku);
    }

    private Uni<RestResponse<String>> show(String owner, String sku, ItemForm form, boolean saved, int status) {
        return frame.show(Templates.item(frame, owner, sku, form, form.sections(frame.language()), saved), status);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
