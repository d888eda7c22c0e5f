package dev.lotline.edge.barcode;

import dev.lotline.edge.barcode.picture.PhotoReader.Answer;
import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import dev.lotline.gs1.scan.ScanReader;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.Profiles;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code POST /floor/decode}: the symbols of a photo, for those who have a camera and no scanner. */
@Path("/floor/decode")
@Tag(name = "Floor")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
public final class DecodeResource {
    private static final long MOST_BYTES = 10_000_000;

    private final DecodeQueue queue;
    private final TodaySql today;
    private final Profiles profiles;
    private final ScanReader reader = new ScanReader();

    DecodeResource(DecodeQueue queue, TodaySql today, Profiles profiles) {
        this.queue = queue;
        this.today = today;
        this.profiles = profiles;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Capability.RESOLVE)
    @Operation(
            summary = "Find the barcodes of a photo",
            description =
                    "The part photo: JPEG, PNG or WebP, at most 10 MB and 24 million pixels. expect = ITEM also looks"
                            + " for ITF, UPC_E for that one, LOCATION for labels of our own only. Changes nothing.")
    @APIResponse(responseCode = "200", description = "Up to 16 symbols, none if nothing was found.")
    @APIResponse(responseCode = "413", description = "TOO_LARGE: bytes, or pixels by its header.")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE: no JPEG, PNG or WebP.")
    @APIResponse(responseCode = "503", description = "OVERLOADED: other photos are waiting. Retry-After says when.")
    public Uni<DecodeReply> form(@RestForm("photo") @Nullable FileUpload photo, @RestQuery @Nullable String expect) {
        if (photo == null) {
            throw Refusal.invalid("photo", "is required");
        }
        if (photo.size() > MOST_BYTES) {
            throw Refusal.of(RefusalCode.TOO_LARGE);
        }
        return decode(() -> Files.readAllBytes(photo.uploadedFile()), expect);
    }

    @POST
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    @Needs(Capability.RESOLVE)
    @Operation(summary = "Find the barcodes of a photo", description = "The same with the photo as the body.")
    public Uni<DecodeReply> body(byte @Nullable [] photo, @RestQuery @Nullable String expect) {
        if (photo == null || photo.length == 0) {
            throw Refusal.invalid("photo", "is required");
        }
        if (photo.length > MOST_BYTES) {
            throw Refusal.of(RefusalCode.TOO_LARGE);
        }
        return decode(() -> photo, expect);
    }

    private Uni<DecodeReply> decode(Callable<byte[]> photo, @Nullable String expect) {
        Expected expected = expected(expect);
        return queue.read(photo, expected)
                .invoke(DecodeResource::refuseUnusable)
                .chain(answer -> today.today().map(day -> DecodeReply.of(answer, reader, profiles.camera(), day)));
    }

    private static void refuseUnusable(Answer answer) {
        if (answer.refused() == null) {
            return;
        }
        throw switch (answer.refused()) {
            case OTHER_FORMAT -> Refusal.of(RefusalCode.UNSUPPORTED_MEDIA_TYPE);
            case TOO_LARGE -> Refusal.of(RefusalCode.TOO_LARGE);
            case BROKEN -> Refusal.invalid("photo", "is broken: it can't be unpacked");
        };
    }

    private static Expected expected(@Nullable String name) {
        if (name == null) {
            return Expected.ANY;
        }
        for (Expected expected : Expected.values()) {
            if (expected.name().equals(name)) {
                return expected;
            }
        }
        throw Refusal.invalid(
                "expect",
                "must be one of "
                        + Arrays.stream(Expected.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
