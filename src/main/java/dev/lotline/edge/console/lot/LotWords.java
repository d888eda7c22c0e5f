package dev.lotline.edge.console.lot;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of one lot; other languages: {@code messages/lot_<language>.properties}. */
@MessageBundle("lot")
public interface LotWords {
    @Message("Timeline")
    String timeline();

    @Message("A dot is a day with movements of its kind; the larger, the more. The table below tells each")
    String timeline_note();

    @Message("Trace up and down")
    String trace();

    @Message(
            "Every receipt, shipment, disposal and adjustment. As a file under the names of FSMA 204 (21 CFR 1.1340, 1.1345)")
    String trace_note();

    @Message("Unit")
    String unit();

    @Message("Came from")
    String source();

    @Message("Went to")
    String recipient();

    @Message("Purchase order")
    String purchase_order();

    @Message("GS1 Digital Link of this lot, as a QR code")
    String digital_link();
}
