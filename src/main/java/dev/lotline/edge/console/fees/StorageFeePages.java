package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.billing.fees.Explanations;
import dev.lotline.operations.billing.pages.FeePage;
import dev.lotline.operations.billing.pages.FeePages;
import dev.lotline.operations.billing.pages.GroupBy;
import dev.lotline.operations.billing.savings.Saving;
import dev.lotline.operations.billing.savings.Savings;
import dev.lotline.operations.sheets.Sheet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What storage costs an owner in a month, line by line, and why each line costs that. */
@Path("/fees")
@ConsolePage
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class StorageFeePages {
    private final FeePages pages;
    private final Explanations explanations;
    private final Savings savings;
    private final ChoiceSql choices;
    private final Exports exports;
    private final Frame frame;

    StorageFeePages(
            FeePages pages,
            Explanations explanations,
            Savings savings,
            ChoiceSql choices,
            Exports exports,
            Frame frame) {
        this.exports = exports;
        this.pages = pages;
        this.explanations = explanations;
        this.savings = savings;
        this.choices = choices;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance fees(Frame frame, MonthView view);

        static native TemplateInstance feeWhy(Frame frame, WhyView view);

        static native TemplateInstance savings(Frame frame, String owner, String warehouse, List<Saving> savings);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> month(UriInfo uri) {
        return choices.choices(frame.actor().scope()).chain(there -> {
            MonthView.Asked month = asked(uri, there);
            Table<FeePage.Line> table = FeeTable.of(month);
            Asked asked = table.asked(uri)
                    .fixed(FeeTable.OWNER, View.given(month.owner()))
                    .fixed(FeeTable.WAREHOUSE, View.given(month.warehouse()))
                    .fixed(FeeTable.MONTH, month.month().toString())
                    .fixed(FeeTable.BY, month.by());
            if (month.owner().isEmpty() || month.warehouse().isEmpty()) {
                return frame.show(Templates.fees(frame, new MonthView(month, there, null, null)));
            }
            return page(month, table.from(asked), table.read(asked))
                    .chain(page -> frame.show(Templates.fees(
                            frame,
                            new MonthView(
                                    month, there, page, table.shown(frame, asked, table.page(asked, page.lines()))))));
        });
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
        MonthView.Asked month = new MonthView.Asked(
                required(FeeTable.OWNER, given(uri, FeeTable.OWNER)),
                required(given(uri, FeeTable.WAREHOUSE)),
                Months.of(required(FeeTable.MONTH, given(uri, FeeTable.MONTH))),
                group(uri));
        Table<FeePage.Line> table = FeeTable.of(month);
        return exports.whole(
                type,
                table,
                table.asked(uri),
                month.warehouse(),
                most -> page(month, "", most).map(FeePage::lines));
    }

    private Uni<FeePage> page(MonthView.Asked month, String after, int most) {
        return pages.pages(
                        month.owner(),
                        month.month(),
                        month.warehouse(),
                        GroupBy.valueOf(month.by().toUpperCase(Locale.ROOT)),
                        after.isEmpty() ? null : FeePages.After.parse(after, "after"),
                        most,
                        frame.actor().scope())
                .map(found -> found.get(0));
    }

    /** The first owner and warehouse, and the month that runs, where none is named. */
    private static MonthView.Asked asked(UriInfo uri, Choices there) {
        YearMonth running = there.warehouses().isEmpty()
                ? YearMonth.of(2000, 1)
                : YearMonth.from(there.warehouses().get(0).today());
        String month = given(uri, FeeTable.MONTH);
        return new MonthView.Asked(
                chosen(given(uri, FeeTable.OWNER), there.owners()),
                chosen(given(uri, FeeTable.WAREHOUSE), there.warehouses()),
                month == null ? running : Months.of(month),
                group(uri));
    }

    private static String group(UriInfo uri) {
        String by = given(uri, FeeTable.BY);
        if (by != null && !MonthView.BY.contains(by)) {
            throw Refusal.invalid(FeeTable.BY, "must be one of " + MonthView.BY);
        }
        return by == null ? "lot" : by;
    }

    private static @Nullable String given(UriInfo uri, String name) {
        return View.given(uri.getQueryParameters().getFirst(name));
    }

    private static String chosen(@Nullable String given, List<Choices.Choice> from) {
        return given != null ? given : from.isEmpty() ? "" : from.get(0).code();
    }

    /** Lines opened up, down to quantity × rate ÷ days. */
    @GET
    @Path("/{owner}/why")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> why(
            String owner,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String sku,
            @RestQuery @Nullable Long lot,
            @RestQuery @Nullable String location,
            @RestQuery @Nullable String rule,
            UriInfo uri) {
        View.of(uri, "month", "warehouse", "sku", "lot", "location", "rule");
        MonthView.Asked asked = new MonthView.Asked(owner, required(warehouse), Months.of(month), "lot");
        Explanations.Which which = new Explanations.Which(View.given(sku), lot, View.given(location), View.given(rule));
        return explanations
                .explain(
                        owner,
                        asked.month(),
                        asked.warehouse(),
                        which,
                        false,
                        frame.actor().scope())
                .map(found -> {
                    if (found.isEmpty()) {
                        throw Refusal.of(RefusalCode.NOT_FOUND, "month", asked.month());
                    }
                    return WhyView.of(asked, found);
                })
                .chain(view -> frame.show(Templates.feeWhy(frame, view)));
    }

    /** What would cost less in the month that runs. */
    @GET
    @Path("/{owner}/savings")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> savings(String owner, @RestQuery @Nullable String warehouse, UriInfo uri) {
        View.of(uri, "warehouse");
        String house = required(warehouse);
        return savings.of(owner, house, frame.actor().scope())
                .chain(found -> frame.show(Templates.savings(frame, owner, house, found)));
    }

    static String required(@Nullable String warehouse) {
        return required("warehouse", View.given(warehouse));
    }

    private static String required(String field, @Nullable String given) {
        if (given == null) {
            throw Refusal.invalid(field, "is required");
        }
        return given;
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
