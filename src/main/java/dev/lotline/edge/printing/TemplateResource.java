package dev.lotline.edge.printing;

import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The template of a kind of label, and another in its place. */
@Path("/api/v1/printing/templates/{kind}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class TemplateResource {
    private final LabelTemplates templates;
    private final TemplatesInForce inForce;
    private final SecurityIdentity identity;

    TemplateResource(LabelTemplates templates, TemplatesInForce inForce, SecurityIdentity identity) {
        this.templates = templates;
        this.inForce = inForce;
        this.identity = identity;
    }

    /** A template as it is in force. */
    @Schema(name = "LabelTemplate")
    public record Template(
            String kind,

            @Schema(description = "millimetres, width x height")
            String stock,

            @Schema(description = "ZPL with expressions") String zpl,

            @Schema(description = "hash of it, as jobs keep it")
            String version,

            @Schema(description = "true = of this house; false = it comes along")
            boolean own) {}

    /** Another template. */
    @Schema(name = "LabelTemplateBody")
    public record Body(
            @Schema(required = true, description = "ZPL with expressions; the one in force is a good beginning")
            @Nullable
            String zpl) {}

    @GET
    @Needs(Capability.PRINT)
    @Operation(summary = "The template of a kind of label", description = "stock: such as 100x50, usually the largest.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such kind or stock.")
    public Uni<Template> get(String kind, @QueryParam("stock") @Nullable String stock) {
        LabelKind found = kind(kind);
        return Uni.createFrom().item(template(found, stock(found, stock)));
    }

    @PUT
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(
            summary = "Print a kind of label by a template of this house",
            description = "In all warehouses. The rules are those of our own: few commands, every value through an"
                    + " encoder, and with all samples on all print heads nothing outside, too thin or too close. It must"
                    + " show the serial of the label, and every symbol that the template of ours shows.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: the first rule that it breaks, and where.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: not for a credential of some warehouses only.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such kind or stock.")
    public Uni<Template> put(String kind, @QueryParam("stock") @Nullable String stock, @Nullable Body body) {
        LabelKind found = kind(kind);
        Stock roll = stock(found, stock);
        String zpl = body == null ? null : body.zpl();
        if (zpl == null || zpl.isBlank()) {
            throw Refusal.invalid("zpl", "is required");
        }
        requireEverywhere();
        try {
            return inForce.put(found, roll, zpl, actor().name()).map(done -> template(found, roll));
        } catch (LabelFault fault) {
            throw Refusal.invalid("zpl", fault.code() + ": " + fault.getMessage());
        }
    }

    @DELETE
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(summary = "Print a kind of label by the template that comes along again")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: not for a credential of some warehouses only.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such kind or stock.")
    public Uni<Template> remove(String kind, @QueryParam("stock") @Nullable String stock) {
        LabelKind found = kind(kind);
        Stock roll = stock(found, stock);
        requireEverywhere();
        return inForce.put(found, roll, null, actor().name()).map(done -> template(found, roll));
    }

    private Template template(LabelKind kind, Stock stock) {
        LabelTemplates.Source source = templates.source(kind, stock);
        return new Template(kind.name(), stock.name(), source.zpl(), source.version(), source.own());
    }

    /** A template is for the whole house; who may see a part of it does not decide for the rest. */
    private void requireEverywhere() {
        Scope scope = actor().scope();
        if (scope.warehouses() != null || scope.owners() != null) {
            throw Refusal.of(RefusalCode.FORBIDDEN);
        }
    }

    private static LabelKind kind(String name) {
        LabelKind kind = LabelKind.named(name);
        if (kind == null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        return kind;
    }

    private static Stock stock(LabelKind kind, @Nullable String name) {
        Stock stock = name == null ? kind.stocks().get(0) : kind.stock(name);
        if (stock == null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        return stock;
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
