package dev.lotline.edge.console.machines;

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
import dev.lotline.operations.access.Credentials;
import dev.lotline.operations.devices.Device;
import dev.lotline.operations.devices.Devices;
import dev.lotline.operations.devices.Registration;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Devices with the last that was heard of each; shutting one out, and letting it in again. */
@Path("/devices")
@ConsolePage
@Needs(Capability.DEVICE_ADMIN)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class DevicePages {
    private final DeviceSql sql;
    private final Devices devices;
    private final Credentials credentials;
    private final Exports exports;
    private final Frame frame;

    DevicePages(DeviceSql sql, Devices devices, Credentials credentials, Exports exports, Frame frame) {
        this.exports = exports;
        this.sql = sql;
        this.devices = devices;
        this.credentials = credentials;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance devices(Frame frame, Listing list);

        static native TemplateInstance deviceActs(Frame frame, DeviceSql.Heard row);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = MachineTables.DEVICES.asked(uri);
        return MachineTables.DEVICES
                .page(asked, () -> heard(asked.after(), View.ROWS + 1), most -> heard("", most))
                .chain(found -> frame.show(Templates.devices(frame, MachineTables.DEVICES.shown(frame, asked, found))));
    }

    private Uni<List<DeviceSql.Heard>> heard(String after, int most) {
        return sql.page(after, most, frame.actor().scope());
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
        Asked asked = MachineTables.DEVICES.asked(uri);
        return exports.whole(type, MachineTables.DEVICES, asked, null, most -> heard("", most));
    }

    /** Its raw scans are refused from now on. */
    @POST
    @Path("/{device}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> stop(String device) {
        return active(device, false);
    }

    @POST
    @Path("/{device}/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> start(String device) {
        return active(device, true);
    }

    private Uni<Response> active(String device, boolean active) {
        return known(device)
                .chain(found -> devices.put(
                        device,
                        new Registration(
                                found.warehouse(), found.profile(), found.settings(), found.location(), active),
                        frame.actor()))
                .map(done -> back());
    }

    /** Its credential counts no more, within a second everywhere, and never again. */
    @POST
    @Path("/{device}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> revoke(String device) {
        return known(device)
                .chain(found -> credentials.revoke(device, Role.DEVICE))
                .map(done -> back());
    }

    /** Ends with NOT_FOUND, also for one outside the scope. */
    private Uni<Device> known(String device) {
        return devices.find(device, frame.actor().scope())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.NOT_FOUND));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/devices")).build();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
