package dev.lotline.gs1.scan;

import org.jspecify.annotations.Nullable;

/** Which kind of symbol was scanned, by its AIM id {@code ]} + code letter + modifier (ISO/IEC 15424). */
public enum Symbology {
    GS1_128('C', "1", Carrier.GS1),
    GS1_DATABAR('e', "0", Carrier.GS1),
    GS1_DATAMATRIX('d', "2", Carrier.GS1),
    GS1_DATAMATRIX_ECI('d', "5", Carrier.GS1),
    GS1_QR('Q', "3", Carrier.GS1),
    GS1_QR_ECI('Q', "4", Carrier.GS1),
    GS1_DOTCODE('J', "1", Carrier.GS1),
    GS1_DOTCODE_ECI('J', "4", Carrier.GS1),
    GS1_AZTEC('z', "1", Carrier.GS1),
    /** Also what UPC-A and UPC-E become when AIM ids are on. */
    EAN_13('E', "0", Carrier.EAN),
    EAN_8('E', "4", Carrier.EAN),
    EAN_ADD_ON('E', "12", Carrier.EAN),
    EAN_13_WITH_ADD_ON('E', "3", Carrier.EAN),
    /** Decoders disagree whether a checked ITF is {@code ]I1} or {@code ]I0}. */
    ITF('I', "01", Carrier.ITF),
    CODE_128('C', "024", Carrier.PLAIN),
    CODE_39('A', "01234567", Carrier.PLAIN),
    TELEPEN('B', Symbology.ANY, Carrier.PLAIN),
    CODABAR('F', Symbology.ANY, Carrier.PLAIN),
    CODE_93('G', Symbology.ANY, Carrier.PLAIN),
    CODE_11('H', Symbology.ANY, Carrier.PLAIN),
    PDF_417('L', Symbology.ANY, Carrier.PLAIN),
    STRAIGHT_2_OF_5('S', Symbology.ANY, Carrier.PLAIN),
    MAXICODE('U', Symbology.ANY, Carrier.PLAIN),
    OTHER('X', Symbology.ANY, Carrier.PLAIN),
    DATAMATRIX('d', "01346", Carrier.PLAIN),
    QR('Q', "01256", Carrier.PLAIN),
    DOTCODE('J', "02", Carrier.PLAIN),
    AZTEC('z', "023456789ABC", Carrier.PLAIN);

    private static final String ANY = "0123456789ABCDEF";
    private static final @Nullable Symbology[][] BY_ID = new @Nullable Symbology[128][128];
    private static final @Nullable String[][] IDS = new @Nullable String[128][128];

    static {
        for (Symbology symbology : values()) {
            for (int i = 0; i < symbology.modifiers.length(); i++) {
                char modifier = symbology.modifiers.charAt(i);
                BY_ID[symbology.letter][modifier] = symbology;
                IDS[symbology.letter][modifier] = "]" + symbology.letter + modifier;
            }
        }
    }

    private final char letter;
    private final String modifiers;
    private final Carrier carrier;

    Symbology(char letter, String modifiers, Carrier carrier) {
        this.letter = letter;
        this.modifiers = modifiers;
        this.carrier = carrier;
    }

    /** GS1, EAN or ITF; PLAIN where the content has to tell. */
    public Carrier carrier() {
        return carrier;
    }

    /** The symbology of the AIM id that {@code text} begins with, or null if it is none of ours; case matters. */
    public static @Nullable Symbology startOf(String text) {
        if (text.length() < 3 || text.charAt(0) != ']' || text.charAt(1) >= 128 || text.charAt(2) >= 128) {
            return null;
        }
        return BY_ID[text.charAt(1)][text.charAt(2)];
    }

    /** The AIM id that {@code text} begins with, for one that {@link #startOf} knows: always the same object. */
    static String idOf(String text) {
        String id = IDS[text.charAt(1)][text.charAt(2)];
        return id == null ? text.substring(0, 3) : id;
    }

    /** The AIM id under which the same content counts once its escapes are resolved; null if there are none. */
    @Nullable
    String idWithoutEci() {
        return switch (this) {
            case GS1_DATAMATRIX_ECI -> "]d2";
            case GS1_QR_ECI -> "]Q3";
            case GS1_DOTCODE_ECI -> "]J1";
            default -> null;
        };
    }
}
