package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
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
    private final Frame frame;

    StorageFeePages(FeePages pages, Explanations explanations, Savings savings, ChoiceSql choices, Frame frame) {
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
    public Uni<RestResponse<String>> month(
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String after,
            UriInfo uri) {
        View.of(uri, "owner", "warehouse", "month", "by", "after");
        return choices.choices(frame.actor().scope()).chain(there -> {
            MonthView.Asked asked = asked(owner, warehouse, month, by, there);
            if (asked.owner().isEmpty() || asked.warehouse().isEmpty()) {
                return frame.show(Templates.fees(frame, new MonthView(asked, there, null, null)));
            }
            return pages.pages(
                            asked.owner(),
                            asked.month(),
                            asked.warehouse(),
                            GroupBy.valueOf(asked.by().toUpperCase(Locale.ROOT)),
                            after(after),
                            View.ROWS + 1,
                            frame.actor().scope())
                    .map(found -> view(asked, there, found.get(0)))
                    .chain(view -> frame.show(Templates.fees(frame, view)));
        });
    }

    private static MonthView view(MonthView.Asked asked, Choices there, FeePage page) {
        boolean more = page.lines().size() > View.ROWS;
        return new MonthView(
                asked,
                there,
                page,
                more
                        ? new FeePages.After(
                                        page.warehouse(),
                                        page.lines().get(View.ROWS - 1).key())
                                .text()
                        : null);
    }

    /** The first owner and warehouse, and the month that runs, where none is named. */
    private static MonthView.Asked asked(
            @Nullable String owner,
            @Nullable String warehouse,
            @Nullable String month,
            @Nullable String by,
            Choices there) {
        String group = by == null ? "lot" : by;
        if (!MonthView.BY.contains(group)) {
            throw Refusal.invalid("by", "must be one of " + MonthView.BY);
        }
        YearMonth running = there.warehouses().isEmpty()
                ? YearMonth.of(2000, 1)
                : YearMonth.from(there.warehouses().get(0).today());
        return new MonthView.Asked(
                chosen(owner, there.owners()),
                chosen(warehouse, there.warehouses()),
                View.given(month) == null ? running : Months.of(month),
                group);
    }

    private static String chosen(@Nullable String code, List<Choices.Choice> from) {
        String given = View.given(code);
        return given != null ? given : from.isEmpty() ? "" : from.get(0).code();
    }

    private static FeePages.@Nullable After after(@Nullable String after) {
        return after == null ? null : FeePages.After.parse(after, "after");
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
        String given = View.given(warehouse);
        if (given == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        return given;
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
