package dev.lotline.edge.floor.resolve;

import dev.lotline.edge.floor.house.Warehouses;
import dev.lotline.edge.floor.house.Warehouses.Known;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Around;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.Devices;
import dev.lotline.operations.devices.Profiles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /floor/resolve}: "Explain this barcode". */
@Path("/floor/resolve")
@Tag(name = "Floor", description = "Scans in, verdicts out")
@Cancellable(false)
public class ResolveResource {
    private final LabelReader labels;
    private final BarcodeResolver resolver;
    private final Warehouses warehouses;
    private final Devices devices;
    private final Profiles profiles;
    private final SecurityIdentity identity;
    private final boolean clockAdjustable;

    ResolveResource(
            LabelReader labels,
            BarcodeResolver resolver,
            Warehouses warehouses,
            Devices devices,
            Profiles profiles,
            SecurityIdentity identity,
            @ConfigProperty(name = "lotline.clock.adjustable") boolean clockAdjustable) {
        this.labels = labels;
        this.resolver = resolver;
        this.warehouses = warehouses;
        this.devices = devices;
        this.profiles = profiles;
        this.identity = identity;
        this.clockAdjustable = clockAdjustable;
    }

    @POST
    @Needs(Capability.RESOLVE)
    @Operation(
            summary = "Explain a barcode and say what it names here",
            description = "Never changes anything. An unreadable barcode is a 200 with outcome REJECT and its issues."
                    + " It is read as the profile of the asking device says; explain and fields tell what became of"
                    + " every character. What is open around it (receivingOrder, order, location) decides between"
                    + " several; otherwise they are alternatives, the likeliest first, each with its reason.")
    public Uni<ResolveReply> resolve(@Nullable ResolveRequest request) {
        if (request == null || request.data() == null && request.bytes() == null) {
            throw Refusal.invalid("data", "is required");
        }
        if (request.today() != null && !clockAdjustable) {
            throw Refusal.invalid("today", "is accepted only where the clock is adjustable");
        }
        if (request.profile() != null && !clockAdjustable) {
            throw Refusal.invalid("profile", "is accepted only where the clock is adjustable");
        }
        ResolveRequest.Context context = request.context();
        String code = context == null || context.warehouse() == null ? "" : context.warehouse();
        return warehouses.find(code).chain(known -> {
            if (!code.isEmpty() && (known == null || !actor().scope().coversWarehouse(code))) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code);
            }
            return devices.profile(actor().device()).chain(profile -> explain(request, known, profile));
        });
    }

    private Uni<ResolveReply> explain(ResolveRequest request, @Nullable Known warehouse, DeviceProfile usual) {
        ResolveRequest.Context context = request.context();
        Around around = context == null
                ? Around.NOTHING
                : new Around(context.receivingOrder(), context.order(), context.location());
        DeviceProfile named = profiles.find(request.profile());
        DeviceProfile shown = named == null ? usual : named;
        return warehouses.today(warehouse).chain(known -> {
            LocalDate today = request.today() == null ? known : request.today();
            Reading reading = labels.read(request.barcode(), usual, today);
            Long id = warehouse == null ? null : warehouse.id();
            return resolver.resolve(reading, id, around, actor().scope(), today)
                    .map(resolution -> ResolveReply.of(reading, resolution, shown, request.barcode(), today));
        });
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
