package dev.lotline.edge.api.billing;

import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.fees.Explanations;
import dev.lotline.operations.billing.pages.FeePage;
import dev.lotline.operations.billing.pages.FeePages;
import dev.lotline.operations.billing.pages.GroupBy;
import dev.lotline.operations.sheets.Column;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.sheets.SheetFiles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What a month costs an owner, and why. */
@Path("/api/v1/owners/{owner}/storage-fees")
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Tag(name = "Storage fees")
@APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
public final class StorageFeeResource {
    private static final int CHUNK = 500;
    private static final Sheet<FeeAnswer.Line> SHEET = new Sheet<>(
            "Storage fees",
            List.of(
                    new Column<>("Warehouse", FeeAnswer.Line::warehouse),
                    new Column<>("Day", FeeAnswer.Line::day),
                    new Column<>("SKU", FeeAnswer.Line::sku),
                    new Column<>("Lot", FeeAnswer.Line::lot),
                    new Column<>("Location", FeeAnswer.Line::location),
                    new Column<>("Storage Class", FeeAnswer.Line::storageClass),
                    new Column<>("Rule", FeeAnswer.Line::rule),
                    new Column<>("Places", FeeAnswer.Line::places),
                    new Column<>("Days", FeeAnswer.Line::days),
                    new Column<>("Average Quantity", FeeAnswer.Line::averageQuantity),
                    new Column<>("Unit", FeeAnswer.Line::unit),
                    new Column<>("Rate", FeeAnswer.Line::rate),
                    new Column<>("Accrued", line -> new java.math.BigDecimal(line.accrued())),
                    new Column<>("Estimate", line -> new java.math.BigDecimal(line.estimate()))));

    private final Explanations explanations;
    private final FeePages pages;
    private final SheetFiles files;
    private final SecurityIdentity identity;

    StorageFeeResource(Explanations explanations, FeePages pages, SheetFiles files, SecurityIdentity identity) {
        this.explanations = explanations;
        this.pages = pages;
        this.files = files;
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Storage fees of a month",
            description =
                    "What is accrued by the days that are closed, and the estimate for the whole month if nothing moves."
                            + " Query: month (YYYY-MM), warehouse, groupBy (lot, sku, location, class, day; else lot), limit, cursor. The"
                            + " sum of lines and adjustments is the total. As CSV or XLSX all lines.")
    @APIResponse(responseCode = "200", description = "Figures and lines.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED.")
    public Uni<FeeAnswer> estimate(
            String owner,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String groupBy,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "month", "warehouse", "groupBy");
        GroupBy by = by(groupBy);
        FeePages.After after = FeeAnswer.after(paging.afterText());
        return pages.pages(owner, month(month), warehouse, by, after, paging.fetch(), actor().scope())
                .map(found -> FeeAnswer.of(found, paging.fetch() - 1).withCursor());
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(
            String owner,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String groupBy) {
        return files.csv(SHEET, all(owner, month, warehouse, groupBy), StorageFeeResource::chunks);
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(
            String owner,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String groupBy) {
        return files.xlsx(SHEET, all(owner, month, warehouse, groupBy), StorageFeeResource::chunks);
    }

    private Uni<List<FeePage>> all(
            String owner, @Nullable String month, @Nullable String warehouse, @Nullable String groupBy) {
        return pages.pages(owner, month(month), warehouse, by(groupBy), null, Integer.MAX_VALUE - 1, actor().scope());
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    @GET
    @Path("/explain")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Explain storage fees to the cent",
            description =
                    "The lines of a lot, an item, a place or a rule, each with its days: quantity, rate, divisor, version of"
                            + " the plan, the movements, who shares the place. Query: month, warehouse (both required), sku, lot"
                            + " (its id), location, rule; days=true adds every day, as long as"
                            + " days are kept (lotline.storage.daily-months). At most 200 lines, with days 20.")
    @APIResponse(responseCode = "200", description = "The lines.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED.")
    public Uni<ExplainAnswer> explain(
            String owner,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String sku,
            @RestQuery @Nullable String lot,
            @RestQuery @Nullable String location,
            @RestQuery @Nullable String rule,
            @Parameter(description = "true adds every day; then at most 20 lines.") @RestQuery @Nullable String days) {
        Violations violations = new Violations().required("warehouse", warehouse);
        if (lot != null && !lot.matches("[0-9]{1,18}")) {
            violations.add("lot", "must be the id of a lot");
        }
        if (days != null && !days.matches("true|false")) {
            violations.add("days", "must be true or false");
        }
        violations.refuse();
        Explanations.Which which = new Explanations.Which(sku, lot == null ? null : Long.valueOf(lot), location, rule);
        return explanations
                .explain(owner, month(month), String.valueOf(warehouse), which, "true".equals(days), actor().scope())
                .map(ExplainAnswer::of);
    }

    private static Multi<List<FeeAnswer.Line>> chunks(List<FeePage> found) {
        return Multi.createFrom()
                .iterable(found)
                .flatMap(page -> Multi.createFrom().iterable(page.lines()).map(line -> FeeAnswer.Line.of(page, line)))
                .group()
                .intoLists()
                .of(CHUNK);
    }

    static YearMonth month(@Nullable String month) {
        try {
            YearMonth found = YearMonth.parse(month == null ? "" : month);
            if (found.getYear() >= 1900 && found.getYear() <= 9998) {
                return found;
            }
        } catch (DateTimeException noMonth) {
            // told below
        }
        throw Refusal.invalid("month", "must be a month as YYYY-MM");
    }

    private static GroupBy by(@Nullable String groupBy) {
        return Arrays.stream(GroupBy.values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(groupBy == null ? "lot" : groupBy))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("groupBy", "must be one of lot, sku, location, class, day"));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
