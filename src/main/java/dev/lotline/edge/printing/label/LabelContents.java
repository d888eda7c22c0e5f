package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.zpl.Glyphs;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.ZplField;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * From the payload of a job, which is what was true when the label was asked for, to the fields of its template. Ends with
 * {@link LabelFault} when the payload can't be said.
 */
public final class LabelContents {
    /** The AI by which our own label is known again (GS1 General Specifications 3.9: 91 to 99 are a company's own). */
    static final String SERIAL_AI = "98";

    private static final AiTable TABLE = AiTable.builtIn();
    private static final DateTimeFormatter GS1_DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private final Payload payload;
    private final Imprint imprint;
    private final LabelData data = new LabelData();

    private LabelContents(Payload payload, Imprint imprint) {
        this.payload = payload;
        this.imprint = imprint;
    }

    /**
     * @param payload text by name; what a kind needs and is not there is a fault of the job
     */
    public static LabelData of(LabelKind kind, Map<String, String> payload, Imprint imprint) {
        LabelContents contents = new LabelContents(new Payload(payload), imprint);
        contents.everywhere();
        switch (kind) {
            case ITEM_LOT -> contents.itemLot();
            case LPN -> contents.plate();
            case PALLET -> new Pallet(contents).fill();
            case LOCATION, TOTE -> contents.place(kind);
            case HOLD -> contents.hold();
            case RETURN -> contents.returned();
            case BADGE -> contents.badge();
            case COMMANDS -> contents.commands();
            case PRINTER -> contents.printer();
            case TEST -> contents.test();
        }
        return contents.data;
    }

    private void everywhere() {
        data.field("serial", ZplField.identity(imprint.serial()))
                .field("mark", ZplField.identity("R" + imprint.reprint()))
                .show("reprint", imprint.reprint() > 0);
    }

    private void itemLot() {
        words("lot", "expires");
        goods();
        boolean gs1 = payload.has("gtin");
        data.show("gs1", gs1);
        if (gs1) {
            ElementString.Builder scan = builder();
            add(scan, "01", "gtin");
            addExpiry(scan);
            add(scan, "10", "lot");
            add(scan, "30", "count");
            addSerial(scan);
            data.field("scan", ZplField.of(scan.build()));
        } else {
            data.field("code", identity("code"));
        }
    }

    /** Item, lot, date and quantity, as far as they are known. */
    void goods() {
        ZplField sku = identity("sku");
        data.field("item.name", name(sku))
                .field("item.sku", sku)
                .field(
                        "item.code",
                        ZplField.identity(
                                payload.has("gtin") ? "(01) " + payload.required("gtin") : "" + payload.shown("code")))
                .show("lotted", payload.has("lot"))
                .show("dated", payload.has("expires"))
                .show("counted", payload.has("quantity"));
        if (payload.has("lot")) {
            data.field("lot.number", identity("lot"));
        }
        if (payload.has("expires")) {
            data.field("lot.expires", ZplField.identity(payload.date("expires", imprint.language())));
        }
        if (payload.has("quantity")) {
            String unit = printable("unit");
            data.field(
                    "lot.quantity",
                    ZplField.identity(payload.required("quantity") + (unit.isEmpty() ? "" : " " + unit)));
        }
    }

    /** The SKU where no printer has letters for the name, or there is none. */
    private ZplField name(ZplField sku) {
        String name = printable("name");
        return name.isEmpty() ? sku : ZplField.of(name);
    }

    private void plate() {
        String code = payload.required("code");
        data.field("plate.code", ZplField.identity(code))
                .field("plate.last", ZplField.identity(code.substring(Math.max(0, code.length() - 4))))
                .field("contents", text("contents"));
    }

    private void place(LabelKind kind) {
        String place = payload.required("place");
        data.field("place", ZplField.identity(place))
                .field("code", ZplField.identity((kind == LabelKind.TOTE ? "TOTE-" : "LOC-") + place))
                .field("zone", text("zone"))
                .field("check", ZplField.identity(voiceCheck(place)))
                .show("up", payload.shown("arrow").equals("UP"))
                .show("down", payload.shown("arrow").equals("DOWN"));
    }

    /** Two digits that are spoken in answer; neighbours differ. */
    static String voiceCheck(String place) {
        return String.format("%02d", Math.floorMod(place.hashCode(), 97));
    }

    private void hold() {
        words("hold");
        data.field("word2.hold", ZplField.identity(Words.of("hold", Words.other(imprint.language()))))
                .field("code", identity("code"))
                .field("reason", required("reason"))
                .field("item.sku", payload.has("sku") ? identity("sku") : ZplField.identity(""))
                .field("date", ZplField.identity(payload.date("date", imprint.language())))
                .field("who", required("who"))
                .field("case", ZplField.identity(Words.of("case", imprint.language()) + " " + payload.required("case")))
                .field("note", text("note"))
                .show("lotted", payload.has("lot"))
                .show("placed", payload.has("place"));
        if (payload.has("lot")) {
            data.field("lot.number", identity("lot"));
        }
        if (payload.has("place")) {
            data.field("place", identity("place"));
        }
    }

    private void returned() {
        plate();
        data.field("action", required("action"))
                .field("document", identity("document"))
                .field("customer", text("customer"))
                .field("item.sku", payload.has("sku") ? identity("sku") : ZplField.identity(""))
                .field("date", ZplField.identity(payload.date("date", imprint.language())));
    }

    private void badge() {
        if (!Glyphs.haveAll(payload.required("name"))) {
            throw new LabelFault(
                    LabelFault.Code.GLYPH_MISSING, "the printer has no letters for " + payload.required("name"));
        }
        data.field("code", identity("code"))
                .field("name", ZplField.of(payload.required("name")))
                .field("role", text("role"));
    }

    private void commands() {
        for (String card : new String[] {
            "QUARANTINE",
            "UNDO",
            "HOME",
            "END",
            "SKIP",
            "SHORT",
            "CONFIRM",
            "HELP",
            "PRINT",
            "FULL",
            "DAMAGED",
            "RELEASE",
            "NEWLPN"
        }) {
            data.field("card." + card, ZplField.identity("CMD:" + card));
        }
        for (int count : new int[] {1, 6, 12, 24}) {
            data.field("card.QTY" + count, ZplField.identity("CMD:QTY:" + count));
        }
    }

    private void printer() {
        data.field("code", ZplField.identity("PRN-" + payload.required("printer")))
                .field("name", ZplField.identity(payload.required("printer")));
    }

    private void test() {
        ElementString.Builder scan = builder();
        scan.add("01", "09504000059101").add("10", "TEST");
        addSerial(scan);
        data.field("scan", ZplField.of(scan.build()))
                .field("linear", ZplField.identity(imprint.serial() + "-TST"))
                .field("code", ZplField.identity("TST-QR"))
                .field("name", text("printer"))
                .field("resolution", ZplField.identity(payload.shown("dpi") + " dpi"))
                .field("hostile", ZplField.of("^XA~JA_5E>8\\&,ñé"));
    }

    ElementString.Builder builder() {
        return ElementString.builder(TABLE, payload.has("expires") ? payload.day("expires") : LocalDate.EPOCH);
    }

    /** Adds the value of that name if there is one. */
    void add(ElementString.Builder elements, String ai, String name) {
        if (payload.has(name)) {
            put(elements, ai, payload.required(name));
        }
    }

    static void put(ElementString.Builder elements, String ai, String value) {
        try {
            elements.add(ai, value);
        } catch (IllegalArgumentException e) {
            throw new LabelFault(LabelFault.Code.FIELD_DOES_NOT_FIT, String.valueOf(e.getMessage()));
        }
    }

    /** Use by (17), or best before (15) where the payload says so. */
    void addExpiry(ElementString.Builder elements) {
        if (payload.has("expires")) {
            put(
                    elements,
                    payload.shown("life").equals("BEST_BEFORE") ? "15" : "17",
                    GS1_DATE.format(payload.day("expires")));
        }
    }

    void addSerial(ElementString.Builder elements) {
        put(elements, SERIAL_AI, imprint.serial());
    }

    LabelData data() {
        return data;
    }

    Payload payload() {
        return payload;
    }

    void words(String... names) {
        for (String name : names) {
            data.field("word." + name, ZplField.identity(Words.of(name, imprint.language())));
        }
    }

    /** What stands there whole; a name that no printer has letters for gives way to the code, which says the same. */
    private ZplField identity(String name) {
        String value = payload.required(name);
        if (Glyphs.haveAll(value)) {
            return ZplField.identity(value);
        }
        data.lacksLetters(name);
        String code = payload.has("gtin") ? "(01) " + payload.required("gtin") : payload.shown("code");
        return ZplField.identity(code.isEmpty() ? value : code);
    }

    /** Empty, with a word about it, where no printer has letters for all of it. */
    private String printable(String name) {
        String value = payload.shown(name);
        if (Glyphs.haveAll(value)) {
            return value;
        }
        data.lacksLetters(name);
        return "";
    }

    private ZplField required(String name) {
        payload.required(name);
        return text(name);
    }

    /** What may be cut, and may lose letters that no printer has; the job says so. */
    ZplField text(String name) {
        String value = payload.shown(name);
        if (!Glyphs.haveAll(value)) {
            data.lacksLetters(name);
        }
        return ZplField.of(value);
    }
}
