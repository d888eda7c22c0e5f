package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.ZplField;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * From the payload of a job, which is what was true when the label was asked for, to the fields of its template. Ends with
 * {@link LabelFault} when the payload can't be said.
 */
public final class LabelContents {
    /** The AI by which our own label is known again (GS1 General Specifications 3.9: 91 to 99 are a company's own). */
    static final String SERIAL_AI = "98";

    private static final AiTable TABLE = AiTable.builtIn();
    private static final DateTimeFormatter GS1_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Locale OTHER = Locale.forLanguageTag("es");
    private static final int LATIN = 0x24f;
    private static final Map<Locale, ResourceBundle> WORDS = new ConcurrentHashMap<>();

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
        String sku = payload.required("sku");
        String name = payload.or("name", sku);
        // what font 0 has no glyphs for would come out as boxes: the code says the same
        data.field("item.name", isLatin(name) ? ZplField.of(name) : ZplField.identity(sku))
                .field("item.sku", ZplField.identity(sku))
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
            data.field(
                    "lot.quantity",
                    ZplField.identity((payload.required("quantity") + " " + payload.shown("unit")).strip()));
        }
    }

    private void plate() {
        String code = payload.required("code");
        data.field("plate.code", ZplField.identity(code))
                .field("plate.last", ZplField.identity(code.substring(Math.max(0, code.length() - 4))))
                .field("contents", ZplField.of(payload.shown("contents")));
    }

    private void place(LabelKind kind) {
        String place = payload.required("place");
        data.field("place", ZplField.identity(place))
                .field("code", ZplField.identity((kind == LabelKind.TOTE ? "TOTE-" : "LOC-") + place))
                .field("zone", ZplField.of(payload.shown("zone")))
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
        data.field("word2.hold", ZplField.identity(words(other()).getString("hold")))
                .field("code", identity("code"))
                .field("reason", ZplField.of(payload.required("reason")))
                .field("item.sku", ZplField.identity(payload.shown("sku")))
                .field("date", ZplField.identity(payload.date("date", imprint.language())))
                .field("who", ZplField.of(payload.required("who")))
                .field(
                        "case",
                        ZplField.identity(words(imprint.language()).getString("case") + " " + payload.required("case")))
                .field("note", ZplField.of(payload.shown("note")))
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
        data.field("action", ZplField.of(payload.required("action")))
                .field("document", identity("document"))
                .field("customer", ZplField.of(payload.shown("customer")))
                .field("item.sku", ZplField.identity(payload.shown("sku")))
                .field("date", ZplField.identity(payload.date("date", imprint.language())));
    }

    private void badge() {
        data.field("code", identity("code"))
                .field("name", ZplField.of(payload.required("name")))
                .field("role", ZplField.of(payload.shown("role")));
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
                .field("name", ZplField.of(payload.shown("printer")))
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
        ResourceBundle words = words(imprint.language());
        for (String name : names) {
            data.field("word." + name, ZplField.identity(words.getString(name)));
        }
    }

    static String bracketed(ElementString elements) {
        return elements.elements().stream().map(LabelContents::bracketed).collect(Collectors.joining(" "));
    }

    private static String bracketed(Element element) {
        return "(" + element.ai() + ")" + element.value();
    }

    /** Kept: looking a bundle up costs a tenth of a label. */
    private static ResourceBundle words(Locale language) {
        return WORDS.computeIfAbsent(language, LabelContents::bundle);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "label.words",
                language,
                Objects.requireNonNull(LabelContents.class.getClassLoader()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private Locale other() {
        return imprint.language().getLanguage().equals(OTHER.getLanguage()) ? Locale.ENGLISH : OTHER;
    }

    private ZplField identity(String name) {
        return ZplField.identity(payload.required(name));
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c <= LATIN || Character.getType(c) == Character.NON_SPACING_MARK);
    }
}
