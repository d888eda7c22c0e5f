package dev.lotline.edge.floor.resolve;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A raw scan. */
@Schema(description = "A raw scan: text as received, AIM id in front if the device sends it, GS as U+001D")
public record Barcode(
        @Nullable String data,

        @Schema(description = "base64url of the decoder's bytes; wins over data") @Nullable
        String bytes,

        @Schema(examples = {"]d2"}) @Nullable String symbology,

        @Schema(
                description = "the maker's name of the symbology, read as the profile says",
                examples = {"LABEL-TYPE-EAN128"})
        @Nullable
        String labelType,

        @Schema(description = "WEDGE, INTENT, IP, MQTT, SOCKET, CAMERA or TYPED") @Nullable
        String source,

        @Schema(description = "read with this profile instead of the device's own") @Nullable
        String profile,

        @Schema(description = "the keyboard had CapsLock on") @Nullable
        Boolean capsLock,

        @Schema(description = "milliseconds between keys; kept for diagnosis, decides nothing") @Nullable
        List<Integer> keyGaps) {

    /** Text as received, nothing known beside it. */
    public static Barcode of(String data) {
        return new Barcode(data, null, null, null, null, null, null, null);
    }
}
