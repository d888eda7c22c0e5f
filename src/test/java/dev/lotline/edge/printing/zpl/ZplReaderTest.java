package dev.lotline.edge.printing.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.edge.printing.zpl.LabelFault.Code;
import dev.lotline.edge.printing.zpl.Placed.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZplReaderTest {
    @Test
    void a_label_is_read_back() {
        ZplLabel label = ZplReader.read("""
                ^XA^CI28^PW813^LL406^LH0,0
                ^FXjob 7^FS
                ^FO24,16^BXN,4,200,,,,\\,1^FH_^FD_5C10109504000059101^FS
                ^FO240,16^A0N,32,27^FH_^FDa_27b_22c_26_3Cd^FS
                ^FO0,100^GB800,4,4^FS
                ^PQ1^XZ
                """);
        assertEquals(813, label.width());
        assertEquals(
                List.of(
                        new Placed(Shape.DATA_MATRIX, 24, 16, 0, 0, 4, false, "\\10109504000059101"),
                        new Placed(Shape.TEXT, 240, 16, 32, 27, 0, false, "a'b\"c&<d"),
                        new Placed(Shape.BOX, 0, 100, 4, 800, 4, false, "")),
                label.fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^XA^CC+^XZ",
                "^XA^CT+^XZ",
                "^XA^CD;^XZ",
                "^XA^DFR:X.ZPL^XZ",
                "^XA^XFR:X.ZPL^XZ",
                "^XA^FN1^XZ",
                "^XA^IDR:*.*^XZ",
                "^XA^JUS^XZ",
                "^XA^FB10,2^XZ",
                "^XA^SN1^XZ",
                "^XA^MMT^XZ",
                "^XA~JA^XZ",
                "^XA^FDa~JA^FS^XZ",
                "^XA^FO1,1^A@N,1^XZ"
            })
    void what_is_not_for_labels_is_refused(String zpl) {
        assertEquals(
                Code.COMMAND_NOT_ALLOWED,
                assertThrows(LabelFault.class, () -> ZplReader.read(zpl)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^XA",
                "^XZ",
                "hello",
                "^XA^XZ^XA^XZ",
                "^XA^PQ2^XZ",
                "^XA^CI0^XZ",
                "^XA^FO1,1^A0N,10,10^FDa^FS^XZ",
                "^XA^FO1,1^A0N,10,10^FH_^FD_5^FS^XZ",
                "^XA^FO1,1^A0N,10,10^FH_^FD_ZZ^FS^XZ",
                "^XA^FOx,1^XZ",
                "^XA^FO1,1^A0N,10,10^FH_^FD_FF^FS^XZ",
                "^XA^FO1,1^FH_^FDa^FS^XZ",
                "^XA^FO99999,1^XZ",
                "^XA^FO1,1^BCN,10,Y,N,N^FH_^FDa^FS^XZ",
                "^XA^FO1,1^BXN,4,200^FH_^FDa^FS^XZ",
                "^XA^FO1,1^A0N,9,9^FH_^FDñ^FS^XZ"
            })
    void what_we_would_not_write_is_refused(String zpl) {
        assertEquals(
                Code.NOT_READABLE,
                assertThrows(LabelFault.class, () -> ZplReader.read(zpl)).code());
    }
}
