package dev.lotline.edge.floor.check;

import dev.lotline.gs1.drawing.SymbolKind;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The scanner check: the sheet, the page that takes its scans, and the diagnosis as JSON. */
@Path("/devices")
@Tag(name = "Devices")
@Cancellable(false)
@NonBlocking
public class CheckResource {
    private static final String WHY = "the same for everybody, and nothing of the house is in it";
    /** Everything the pages need is in them or comes from here. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int MOST_SAMPLES = 64;
    private static final int LONGEST_SAMPLE = 1_000;

    private final Checkup checkup;

    CheckResource(Checkup checkup) {
        this.checkup = checkup;
    }

    /** The pages. */
    @CheckedTemplate(basePath = "check")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sheet(List<Panel> panels);

        static native TemplateInstance check(List<Step> steps, @Nullable Diagnosis diagnosis);
    }

    /** A barcode as it is drawn. */
    public record Panel(SheetCode code, String svg) {
        public boolean burst() {
            return code.sheet().equals("S8");
        }

        public boolean other() {
            return !burst() && !code.quick();
        }

        public boolean wide() {
            return code.kind() == SymbolKind.CODE_128 || code.kind() == SymbolKind.GS1_128;
        }
    }

    /** A field of the page, with what was scanned into it. */
    public record Step(String sheet, String asks, String scanned, boolean quick) {}

    @GET
    @Path("/test-sheet")
    @Produces(MediaType.TEXT_HTML)
    @Needs.Nothing(why = WHY)
    @Operation(
            summary = "The test sheet, to be printed",
            description = "HTML for A4 or Letter; nothing on it books anything.")
    public Uni<RestResponse<String>> sheet() {
        List<Panel> panels = SheetCode.all().stream()
                .map(code -> new Panel(code, SheetSvg.of(code)))
                .toList();
        return page(Templates.sheet(panels));
    }

    @GET
    @Path("/check")
    @Produces(MediaType.TEXT_HTML)
    @Needs.Nothing(why = WHY)
    @Operation(summary = "The page that takes the scans of the sheet")
    public Uni<RestResponse<String>> check() {
        return page(Templates.check(steps(List.of()), null));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Needs.Nothing(why = WHY)
    @Operation(summary = "The diagnosis in plain words")
    public Uni<RestResponse<String>> checked(MultivaluedMap<String, String> form) {
        List<Sample> samples = new ArrayList<>();
        for (Step step : steps(List.of())) {
            String raw = form.getFirst(step.sheet());
            if (raw != null && !raw.isEmpty()) {
                samples.add(new Sample(step.sheet(), received(raw), null));
            }
        }
        if ("on".equals(form.getFirst("S7-silent"))) {
            samples.add(new Sample("S7", "", null));
        }
        check(samples);
        return page(Templates.check(steps(samples), checkup.diagnosis(samples)));
    }

    /** Ends with VALIDATION_FAILED. */
    @POST
    @Path("/diagnosis")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Capability.RESOLVE)
    @Operation(
            summary = "What the scans of a test sheet tell about a scanner",
            description =
                    "Findings, each with what to change for four makers, and the profile with knobs that reads the"
                            + " scanner as it is; a supervisor accepts it with PUT /api/v1/devices/{device}. Changes nothing.")
    public Uni<Diagnosis> diagnosis(@Nullable DiagnosisBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "is required");
        }
        List<Sample> samples = body.checked();
        check(samples);
        return Uni.createFrom().item(checkup.diagnosis(samples));
    }

    /** Control characters can't be typed into a field: the script of the page writes their pictures. */
    private static String received(String field) {
        return field.replace("\u240d", "\r")
                .replace("\u240a", "\n")
                .replace("\u2409", "\t")
                .replace("\u241d", "\u001d");
    }

    private static String shown(String data) {
        return data.replace("\r", "\u240d")
                .replace("\n", "\u240a")
                .replace("\t", "\u2409")
                .replace("\u001d", "\u241d");
    }

    private static void check(List<Sample> samples) {
        if (samples.size() > MOST_SAMPLES) {
            throw Refusal.invalid("samples", "must hold at most " + MOST_SAMPLES);
        }
        List<Violation> wrong = new ArrayList<>();
        for (int n = 0; n < samples.size(); n++) {
            if (samples.get(n).data().length() > LONGEST_SAMPLE) {
                wrong.add(new Violation(
                        "samples[" + n + "].barcode.data", "must be at most " + LONGEST_SAMPLE + " characters"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    private static List<Step> steps(List<Sample> samples) {
        List<Step> steps = new ArrayList<>();
        for (SheetCode code : SheetCode.all()) {
            boolean first = steps.stream().noneMatch(step -> step.sheet().equals(code.sheet()));
            if (first) {
                String scanned = samples.stream()
                        .filter(sample -> sample.sheet().equals(code.sheet()))
                        .map(sample -> shown(sample.data()))
                        .findFirst()
                        .orElse("");
                steps.add(new Step(code.sheet(), code.tells(), scanned, code.quick()));
            }
        }
        return steps;
    }

    private static Uni<RestResponse<String>> page(TemplateInstance page) {
        return page.createUni()
                .map(html -> ResponseBuilder.ok(html, "text/html;charset=UTF-8")
                        .header("Content-Security-Policy", CONTENT_POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "no-referrer")
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
