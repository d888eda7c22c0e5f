package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.edge.floor.ScanReply;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /floor/scans}: for devices that can only send what they scanned. */
@Path("/floor/scans")
@Tag(name = "Floor", description = "Scans in, verdicts out")
@Cancellable(false)
public class RawScanResource {
    private static final int LARGEST = 65_536;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private final RawScans scans;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    RawScanResource(RawScans scans, SecurityIdentity identity, ObjectMapper json) {
        this.scans = scans;
        this.identity = identity;
        this.json = json;
    }

    @POST
    @Needs(Capability.SCAN)
    @Operation(summary = "Send one raw scan of a device that keeps no context", description = """
                    What is open on the device (place, document, order, lifted goods, card) is kept by the server, on \
                    every node, and switched by the scans themselves. A scan that completes something becomes the same \
                    event as POST /floor/events, under the same id, with the same answer. The same scan again gets its \
                    stored answer with replayed: true. One at a time and in order: a scan with a lower seq than the last \
                    one is refused with SCAN_OUT_OF_ORDER, because what it meant depended on what was open then. 503 with \
                    Retry-After: send it again unchanged.""")
    @APIResponse(responseCode = "200", description = "The verdict, whatever it is.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DEVICE: register it with PUT /api/v1/devices/{device}.")
    @APIResponse(responseCode = "409", description = "DEVICE_INACTIVE.")
    @APIResponse(responseCode = "413", description = "TOO_LARGE: more than 64 KB.")
    public Uni<ScanReply> scan(@Nullable RawScanBody body, @Context HttpHeaders headers)
            throws JsonProcessingException {
        Actor actor = (Actor) identity.getPrincipal();
        RawScan scan = scan(body, actor.device(), json);
        String language = Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .toLanguageTag();
        return scans.take(scan, actor, language);
    }

    /** A scan that may be taken, whatever brought it. Ends with VALIDATION_FAILED, TOO_LARGE. */
    static RawScan scan(@Nullable RawScanBody body, String device, ObjectMapper json) throws JsonProcessingException {
        RawScanBody sent = checked(body);
        String payload = json.writeValueAsString(sent);
        if (payload.length() > LARGEST) {
            throw Refusal.of(RefusalCode.TOO_LARGE);
        }
        String hash = HexFormat.of().formatHex(CanonicalJson.sha256().digest(payload.getBytes(StandardCharsets.UTF_8)));
        // the database keeps no NUL; the escaped text does
        return new RawScan(device, Objects.requireNonNull(sent.id()), sent.seq(), hash, payload, sent);
    }

    private static RawScanBody checked(@Nullable RawScanBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "is required");
        }
        List<Violation> wrong = new ArrayList<>();
        if (body.id() == null) {
            wrong.add(new Violation("id", "is required: a UUID made by the device"));
        }
        if (body.data() == null && body.bytes() == null) {
            wrong.add(new Violation("data", "is required"));
        }
        if (body.seq() != null && body.seq() < 0) {
            wrong.add(new Violation("seq", "must not be less than 0"));
        }
        if (body.at() != null && (body.at().getYear() < FIRST_YEAR || body.at().getYear() > LAST_YEAR)) {
            wrong.add(new Violation("at", "must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return body;
    }
}
