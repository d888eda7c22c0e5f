package dev.lotline.edge.printing.demo;

import dev.lotline.edge.printing.layout.LabelPreview;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.ZplReader;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import lotline.printer.Printed;
import lotline.printer.VirtualPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /demo/printers}: what came out of the printers of the demo, and switches for what can go wrong with them. */
@Path("/demo/printers")
@Cancellable(false)
@NonBlocking
@Tag(name = "Printing")
public class DemoPrinterResource {
    private static final String WHY =
            "only in a demo house: everything in it is made up, and its printers have no paper";
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int SHOWN = 12;
    private static final List<Switch> SWITCHES = List.of(
            new Switch("paperOut", "out of labels"),
            new Switch("headOpen", "head open"),
            new Switch("silent", "silent"),
            new Switch("refuse", "unplugged"));

    private final DemoPrinters printers;

    DemoPrinterResource(DemoPrinters printers) {
        this.printers = printers;
    }

    /** The page. */
    @CheckedTemplate(basePath = "demo")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance printers(List<Shown> printers);
    }

    /** A fault and what it is called. */
    public record Switch(String fault, String name) {}

    /** A fault of a printer, on or off. */
    public record Fault(String fault, String name, boolean on) {}

    /** A printer with its last labels, the newest first, as pictures. */
    public record Shown(String name, long printed, int waiting, List<Fault> faults, List<String> labels) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Needs.Nothing(why = WHY)
    @Operation(summary = "What the printers of the demo printed", description = "A page; demo houses only.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: this is no demo.")
    public Uni<RestResponse<String>> page() {
        return Templates.printers(
                        running().stream().map(DemoPrinterResource::shown).toList())
                .createUni()
                .map(html -> ResponseBuilder.ok(html, "text/html;charset=UTF-8")
                        .header("Content-Security-Policy", CONTENT_POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @POST
    @Path("/{printer}/{fault}")
    @Needs.Nothing(why = WHY)
    @Operation(summary = "Switch a fault of a demo printer on or off")
    @APIResponse(responseCode = "303", description = "Back to the page.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such printer or switch, or this is no demo.")
    public RestResponse<Void> toggle(String printer, String fault) {
        VirtualPrinter found = running().stream()
                .filter(each -> each.name().equals(printer))
                .findFirst()
                .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND));
        if (SWITCHES.stream().noneMatch(known -> known.fault().equals(fault))) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        if (found.faults().is(fault)) {
            found.faults().off(fault);
        } else {
            found.faults().on(fault);
        }
        return RestResponse.seeOther(URI.create("/demo/printers"));
    }

    private List<VirtualPrinter> running() {
        List<VirtualPrinter> running = printers.running();
        if (running.isEmpty()) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        return running;
    }

    private static Shown shown(VirtualPrinter printer) {
        List<Printed> labels = printer.labels();
        List<String> pictures = new ArrayList<>();
        for (int n = labels.size() - 1; n >= Math.max(0, labels.size() - SHOWN); n--) {
            pictures.add(picture(labels.get(n).zpl()));
        }
        List<Fault> faults = SWITCHES.stream()
                .map(each ->
                        new Fault(each.fault(), each.name(), printer.faults().is(each.fault())))
                .toList();
        return new Shown(printer.name(), printer.odometer(), printer.waiting(), faults, pictures);
    }

    private static String picture(String zpl) {
        try {
            return LabelPreview.svg(ZplReader.read(zpl)).replaceFirst("<svg ", "<svg width=\"300\" ");
        } catch (LabelFault foreign) {
            return "<p>a label that is not ours</p>";
        }
    }
}
