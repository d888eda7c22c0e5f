package dev.lotline.edge.api.trace;

import dev.lotline.operations.sheets.Column;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.tracing.TraceEvent;
import dev.lotline.operations.tracing.TraceEvent.Document;
import dev.lotline.operations.tracing.TraceEvent.Kind;
import dev.lotline.operations.tracing.TraceEvent.Party;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key data elements of 21 CFR 1.1340 (shipping) and 1.1345 (receiving) in the order of the rule, then what the house
 * knows beside them. What the house doesn't know is an empty cell. See {@code src/docs/integrate/fsma204.md}.
 */
final class FsmaSheet {
    static final Sheet<TraceEvent> SHEET = new Sheet<>(
            "FSMA 204 trace",
            List.of(
                    new Column<>("Critical Tracking Event", FsmaSheet::event),
                    new Column<>("Traceability Lot Code", TraceEvent::lotNumber),
                    new Column<>("Quantity", TraceEvent::quantity),
                    new Column<>("Unit of Measure", TraceEvent::unit),
                    new Column<>("Product Description", TraceEvent::product),
                    new Column<>(
                            "Location Description: Immediate Previous Source",
                            only(Kind.RECEIVING, event -> party(event.from()))),
                    new Column<>(
                            "Location Description: Where Received", only(Kind.RECEIVING, TraceEvent::warehouseName)),
                    new Column<>("Date Received", only(Kind.RECEIVING, TraceEvent::on)),
                    new Column<>(
                            "Location Description: Immediate Subsequent Recipient",
                            only(Kind.SHIPPING, event -> party(event.to()))),
                    new Column<>("Location Description: Shipped From", only(Kind.SHIPPING, TraceEvent::warehouseName)),
                    new Column<>("Date Shipped", only(Kind.SHIPPING, TraceEvent::on)),
                    new Column<>("Location Description: Traceability Lot Code Source", event -> null),
                    new Column<>("Traceability Lot Code Source Reference", event -> null),
                    new Column<>("Reference Document Type", document(Document::type)),
                    new Column<>("Reference Document Number", document(Document::reference)),
                    new Column<>("Purchase Order", TraceEvent::purchaseOrder),
                    new Column<>("Expiration Date", TraceEvent::expirationDate),
                    new Column<>("Carrier", TraceEvent::carrier),
                    new Column<>("Tracking Number", TraceEvent::trackingNumber),
                    new Column<>("Date", TraceEvent::on),
                    new Column<>("Owner", TraceEvent::owner),
                    new Column<>("SKU", TraceEvent::sku),
                    new Column<>("Lot", TraceEvent::lotId),
                    new Column<>("Warehouse", TraceEvent::warehouse),
                    new Column<>("Movement", TraceEvent::movement)));

    private FsmaSheet() {}

    /** Disposal and adjustment are no tracking events of the rule, and don't look like one. */
    private static String event(TraceEvent event) {
        return switch (event.event()) {
            case RECEIVING -> "Receiving";
            case SHIPPING -> "Shipping";
            case DISPOSAL -> "(none: disposal)";
            case ADJUSTMENT -> "(none: adjustment)";
        };
    }

    private static Function<TraceEvent, @Nullable Object> only(
            Kind kind, Function<TraceEvent, @Nullable Object> value) {
        return event -> event.event() == kind ? value.apply(event) : null;
    }

    private static Function<TraceEvent, @Nullable Object> document(Function<Document, String> part) {
        return event -> event.document() == null ? null : part.apply(event.document());
    }

    private static @Nullable String party(@Nullable Party party) {
        return party == null
                ? null
                : Stream.of(party.name(), party.code(), party.country())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(", "));
    }
}
