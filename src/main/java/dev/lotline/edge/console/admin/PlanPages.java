package dev.lotline.edge.console.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.lotline.operations.billing.Plan;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.plan.PlanProblem;
import dev.lotline.operations.billing.plan.PlanReader;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Rate plans: read, written as JSON with everything that is wrong said at once, duplicated, versioned, activated. */
@Path("/admin/plans")
@ConsolePage
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class PlanPages {
    private final Plans plans;
    private final PasswordAgain again;
    private final ObjectMapper json;
    private final Exports exports;
    private final Frame frame;

    PlanPages(Plans plans, PasswordAgain again, ObjectMapper json, Exports exports, Frame frame) {
        this.exports = exports;
        this.plans = plans;
        this.again = again;
        this.json = json;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plans(Frame frame, Listing list);

        static native TemplateInstance plan(Frame frame, Plan plan, Shown shown);
    }

    /**
     * A version as text, or what somebody wrote instead.
     *
     * @param version of which it is; 0 = the draft
     * @param problems all that is wrong with it
     */
    public record Shown(int version, String text, List<PlanProblem> problems) {}

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = AdminTables.PLANS.asked(uri);
        return AdminTables.PLANS
                .page(asked, () -> codes(asked.after(), View.ROWS + 1), most -> codes("", most))
                .chain(found -> frame.show(Templates.plans(frame, AdminTables.PLANS.shown(frame, asked, found))));
    }

    private Uni<List<String>> codes(String after, int most) {
        return plans.codes(after, frame.actor().scope(), most);
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
        Asked asked = AdminTables.PLANS.asked(uri);
        return exports.whole(type, AdminTables.PLANS, asked, null, most -> codes("", most));
    }

    @GET
    @Path("/{plan}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> plan(String plan, @RestQuery @Nullable Integer version, UriInfo uri) {
        View.of(uri, "version");
        return plans.get(plan, frame.actor().scope()).chain(found -> {
            Plan.Version shown = of(found, version);
            return frame.show(
                    Templates.plan(frame, found, new Shown(shown.version(), text(shown.definition()), List.of())));
        });
    }

    private static Plan.Version of(Plan plan, @Nullable Integer version) {
        return plan.versions().stream()
                .filter(each -> version == null || each.version() == version)
                .findFirst()
                .orElseThrow(() -> Refusal.of(RefusalCode.UNKNOWN_PLAN, "plan", plan.plan() + " " + version));
    }

    /** The draft; nothing is rated by it. What is wrong with it is shown beside what was written. */
    @POST
    @Path("/{plan}")
    @Needs(Capability.FEE_EDIT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> draft(String plan, @RestForm @Nullable String definition) {
        String text = Frame.text(definition);
        JsonNode read = read(text);
        List<PlanProblem> problems = PlanReader.read(read).problems();
        if (!problems.isEmpty()) {
            return plans.get(plan, frame.actor().scope())
                    .chain(found -> frame.show(
                            Templates.plan(frame, found, new Shown(0, text, problems)),
                            problems.get(0).code().status()))
                    .map(RestResponse::toResponse);
        }
        return plans.draft(plan, read, frame.actor().name()).map(done -> to(plan, 0));
    }

    /** A new plan, whose draft is a version of another. */
    @POST
    @Needs(Capability.FEE_EDIT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> duplicate(
            @RestForm @Nullable String plan, @RestForm @Nullable String from, @RestForm @Nullable Integer version) {
        String code = Frame.text(plan);
        return plans.get(Frame.text(from), frame.actor().scope())
                .chain(found -> plans.draft(
                        code, of(found, version).definition(), frame.actor().name()))
                .map(done -> to(code, 0));
    }

    /** The draft becomes a version that waits to be activated. */
    @POST
    @Path("/{plan}/versions")
    @Needs(Capability.FEE_EDIT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> version(String plan, @RestForm @Nullable String from) {
        LocalDate first = day(from);
        return plans.get(plan, frame.actor().scope())
                .chain(found -> plans.version(
                        plan, first, of(found, 0).definition(), frame.actor().name()))
                .map(made -> to(plan, made.version()));
    }

    /** Asks for the password: from then on it bills, and is never changed. */
    @POST
    @Path("/{plan}/versions/{n}/activate")
    @Needs(Capability.FEE_EDIT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> activate(String plan, int n, @RestForm @Nullable String own) {
        return again.confirm(own)
                .chain(() -> plans.activate(plan, n, frame.actor().name()))
                .map(done -> to(plan, n));
    }

    /** Null where it is not even JSON. */
    private @Nullable JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw Refusal.invalid("definition", "must be JSON: line " + line(notJson));
        }
    }

    private static int line(JsonProcessingException fault) {
        return fault.getLocation() == null ? 1 : fault.getLocation().getLineNr();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            String given = View.given(text);
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeParseException notOne) {
            throw Refusal.invalid("effectiveFrom", "must be a date like 2026-12-01");
        }
    }

    private static String text(JsonNode definition) {
        return definition.toPrettyString();
    }

    private static Response to(String plan, int version) {
        return Response.seeOther(URI.create("/admin/plans/" + View.encoded(plan) + "?version=" + version))
                .build();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
