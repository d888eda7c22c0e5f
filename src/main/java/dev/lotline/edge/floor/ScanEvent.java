package dev.lotline.edge.floor;

import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.edge.floor.resolve.DocumentReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One self-contained fact of a handheld. Which fields an operation needs stands in the description of the door. */
@Schema(description = "One scan event. Instead of barcode it may carry owner, sku, lotNumber and expirationDate.")
public record ScanEvent(
        @Schema(required = true, description = "UUIDv7 made by the device before it judged the scan") @Nullable
        UUID id,

        @Schema(description = "the device's own count; a gap is accepted, a second event with the same is not")
        @Nullable
        Long seq,

        @Schema(description = "the device's clock with offset: evidence, never order") @Nullable
        OffsetDateTime at,

        @Schema(
                required = true,
                examples = {"RECEIVE"})
        @Nullable
        String operation,

        @Schema(required = true, description = "warehouse code") @Nullable
        String warehouse,

        @Nullable DocumentReference receivingOrder,
        @Nullable Barcode barcode,

        @Schema(description = "1 to 8 symbols of one label, instead of barcode") @Nullable
        List<Barcode> barcodes,

        @Nullable String owner,
        @Nullable String sku,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable LocalDate originationDate,

        @Schema(description = "units, at most 4 decimals; absent = what one scan of the label stands for, or the task")
        @Nullable
        BigDecimal quantity,

        @Schema(description = "COUNT: units that are there, 0 or more") @Nullable
        BigDecimal counted,

        @Schema(description = "COUNT: position of its task, when the device had seen it before counting") @Nullable
        Long position,

        @Schema(description = "location code") @Nullable String location,
        @Nullable String from,

        @Schema(
                description =
                        "SSCC or LPN of a whole plate, instead of goods; PICK: the plate that units are taken from")
        @Nullable
        String lpn,

        @Schema(description = "task of GET /floor/tasks or of a release; MOVE: of replenishment") @Nullable
        Long task,

        @Nullable String tote,

        @Schema(description = "HAND_OVER: a whole cart run, instead of task") @Nullable
        Long wave,

        @Schema(description = "HAND_OVER: who has it from now on; absent = this device") @Nullable
        String to,

        @Nullable String reason,

        @Schema(description = "HOLD, UNHOLD: lot, lpn or location") @Nullable
        String scope,

        @Schema(description = "UNDO: id of the event to take back") @Nullable
        UUID of,

        @Schema(description = "RETURN: the order that the goods were shipped with") @Nullable
        DocumentReference order,

        @Schema(description = "RETURN: the returns document that announced them") @Nullable
        DocumentReference returnOrder,

        @Schema(description = "RETURN: CUSTOMER or RTS; absent = as the document says") @Nullable
        String kind,

        @Schema(description = "codes of questions the operator has answered with yes") @Nullable
        List<String> confirmed,

        @Schema(description = "scans, taps, keys and millis this line cost the operator") @Nullable
        Effort effort) {

    public record Effort(
            @Nullable Integer scans,
            @Nullable Integer taps,
            @Nullable Integer keys,
            @Nullable Long millis) {}
}
