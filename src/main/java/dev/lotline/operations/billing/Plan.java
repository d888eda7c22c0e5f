package dev.lotline.operations.billing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rate plan with all its versions, latest first. */
@Schema(name = "RatePlan")
public record Plan(String plan, List<Version> versions) {

    /**
     * @param version 0 = the draft that PUT writes
     * @param sha256 of the definition
     */
    @Schema(name = "RatePlanVersion")
    public record Version(
            int version,
            String state,
            @Nullable LocalDate effectiveFrom,
            JsonNode definition,
            String sha256,
            String createdBy,
            OffsetDateTime createdAt,
            @Nullable String approvedBy) {}

    /** Which plan an owner pays by, from when to when; no warehouse = all of them. */
    @Schema(name = "RatePlanAssignment")
    public record Assignment(
            @Schema(required = true) @Nullable String plan,
            @Nullable String warehouse,
            @Schema(required = true) @Nullable LocalDate from,

            @Schema(description = "Last day; absent = open.") @Nullable
            LocalDate to) {
        boolean overlaps(Assignment other) {
            boolean place = warehouse == null || other.warehouse == null || warehouse.equals(other.warehouse);
            return place && !before(this, other) && !before(other, this);
        }

        private static boolean before(Assignment one, Assignment other) {
            return one.to != null && other.from != null && one.to.isBefore(other.from);
        }
    }
}
