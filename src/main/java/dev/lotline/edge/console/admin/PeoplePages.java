package dev.lotline.edge.console.admin;

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
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.People;
import dev.lotline.kernel.access.PersonRules;
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
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** People who sign in at the console: added, given another password, disabled. Each asks for one's own password. */
@Path("/admin/people")
@ConsolePage
@Needs(Capability.KEY_ADMIN)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class PeoplePages {
    private final People people;
    private final PasswordAgain again;
    private final Exports exports;
    private final Frame frame;

    PeoplePages(People people, PasswordAgain again, Exports exports, Frame frame) {
        this.exports = exports;
        this.people = people;
        this.again = again;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(Frame frame, Listing list, List<People.Listed> there, Set<Role> roles);

        static native TemplateInstance personActs(Frame frame, People.Listed row);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = AdminTables.PEOPLE.asked(uri);
        return AdminTables.PEOPLE
                .page(asked, () -> people(asked.after(), View.ROWS + 1), most -> people("", most))
                .chain(found -> frame.show(Templates.people(
                        frame, AdminTables.PEOPLE.shown(frame, asked, found), found, PersonRules.ROLES)));
    }

    private Uni<List<People.Listed>> people(String after, int most) {
        return Uni.createFrom().completionStage(() -> people.page(after, most));
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
        Asked asked = AdminTables.PEOPLE.asked(uri);
        return exports.whole(type, AdminTables.PEOPLE, asked, null, most -> people("", most));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> add(
            @RestForm @Nullable String name,
            @RestForm @Nullable String role,
            @RestForm @Nullable String password,
            @RestForm @Nullable String owners,
            @RestForm @Nullable String warehouses,
            @RestForm @Nullable String own) {
        String who = Frame.text(name);
        String secret = password == null ? "" : password;
        Role as = Codes.role(role);
        List<String> ofOwners = Codes.list(owners);
        List<String> inWarehouses = Codes.list(warehouses);
        PersonRules.check(who, as, secret, ofOwners, inWarehouses);
        Scope scope = new Scope(
                ofOwners == null ? null : Set.copyOf(ofOwners), inWarehouses == null ? null : Set.copyOf(inWarehouses));
        return again.confirm(own)
                .chain(() -> Uni.createFrom().completionStage(() -> people.add(who, as, secret, scope)))
                .map(added -> {
                    if (!added) {
                        throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", who);
                    }
                    return back();
                });
    }

    @POST
    @Path("/{name}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> reset(String name, @RestForm @Nullable String password, @RestForm @Nullable String own) {
        String secret = password == null ? "" : password;
        PersonRules.check(name, secret);
        return again.confirm(own)
                .chain(() -> Uni.createFrom().completionStage(() -> people.reset(name, secret)))
                .map(PeoplePages::known);
    }

    /** Not oneself: the last who can let others in must not lock the door behind them by mistake. */
    @POST
    @Path("/{name}/disable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> disable(String name, @RestForm @Nullable String own) {
        if (name.equals(frame.actor().name())) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", "another administrator");
        }
        return again.confirm(own)
                .chain(() -> Uni.createFrom().completionStage(() -> people.disable(name)))
                .map(PeoplePages::known);
    }

    private static Response known(boolean known) {
        if (!known) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/admin/people")).build();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
