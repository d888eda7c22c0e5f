package dev.lotline.edge.console.lot;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.tracing.TraceEvent;
import dev.lotline.operations.tracing.TraceEvent.Document;
import dev.lotline.operations.tracing.TraceEvent.Party;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What crossed the walls of the house; columns are called like the key data elements of 21 CFR 1.1340 and 1.1345. */
final class TraceTable {
    static final Table<TraceEvent> TABLE = Table.of("trace", TraceEvent::movement)
            .sortedHere()
            .columns(
                    Column.text(
                            "Critical Tracking Event",
                            words(Words::what),
                            event -> event.event().name()),
                    Column.date("Date", words(Words::when), TraceEvent::on),
                    Column.units("Quantity", words(Words::units), TraceEvent::quantity),
                    Column.text("Unit of Measure", own(LotWords::unit), TraceEvent::unit),
                    Column.text("Traceability Lot Code", words(Words::lot), TraceEvent::lotNumber),
                    Column.text("Product Description", words(Words::item), TraceEvent::product),
                    Column.text("Immediate Previous Source", own(LotWords::source), event -> party(event.from())),
                    Column.text("Immediate Subsequent Recipient", own(LotWords::recipient), event -> party(event.to())),
                    Column.text("Location", words(Words::warehouse), TraceEvent::warehouseName),
                    Column.<TraceEvent>text(
                            "Reference Document Type",
                            work(WorkWords::kind),
                            event -> event.document() == null
                                    ? null
                                    : event.document().type()),
                    Column.<TraceEvent>text(
                                    "Reference Document Number",
                                    words(Words::document),
                                    event -> event.document() == null
                                            ? null
                                            : event.document().reference())
                            .link(TraceTable::document),
                    Column.text("Purchase Order", own(LotWords::purchase_order), TraceEvent::purchaseOrder),
                    Column.text("Carrier", work(WorkWords::carrier), TraceEvent::carrier),
                    Column.text("Tracking Number", work(WorkWords::tracking), TraceEvent::trackingNumber));

    private TraceTable() {}

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text work(Function<WorkWords, String> message) {
        return Text.of(WorkWords.class, message);
    }

    private static Text own(Function<LotWords, String> message) {
        return Text.of(LotWords.class, message);
    }

    private static @Nullable String party(@Nullable Party party) {
        return party == null
                ? null
                : Stream.of(party.name(), party.code(), party.country())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String document(TraceEvent event) {
        Document document = event.document();
        if (document == null) {
            return null;
        }
        String of = View.encoded(event.owner()) + "/" + View.encoded(document.reference());
        return switch (document.type()) {
            case "ORDER" -> "/orders/" + of;
            case "HOLD" -> "/holds/" + View.encoded(document.reference());
            case "RMA" -> null;
            default -> "/receiving/" + of;
        };
    }
}
