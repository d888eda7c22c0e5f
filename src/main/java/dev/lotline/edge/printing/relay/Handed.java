package dev.lotline.edge.printing.relay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job that is handed out; from now on its labels may come out. */
@Schema(name = "RelayJob")
public record Handed(
        @Schema(description = "to be named in the answer") String job,

        @Schema(description = "base64, to be sent as it is, once")
        String zpl,

        @Schema(description = "how many labels it is") int labels,
        @Schema(description = "hex, of the bytes of zpl") String sha256) {}
