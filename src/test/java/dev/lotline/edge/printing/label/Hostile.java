package dev.lotline.edge.printing.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that somebody hopes a printer will obey. */
public final class Hostile {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Hostile() {}

    public static List<String> corpus() {
        List<String> values = new ArrayList<>(List.of(
                "^XZ^XA~JA",
                "^XZ^XA^JUS^XZ",
                "! U1 setvar \"device.reset\" \"\"",
                "! U1 getvar \"odometer\"",
                "~DYR:X,B,P,9,,Z",
                "_5E",
                "_5EXZ",
                "_7EJA",
                ">8",
                ">;",
                ">5",
                ">0",
                "\\1",
                "\\&",
                "\\\\",
                "QA,",
                "a\r\nb",
                "a\nb",
                "\u0000",
                "\ud800",
                "a\udc00",
                "\u202eABC",
                "\u2066A",
                "{job.id}",
                "{raw}",
                "{#if x}",
                "{mm:x(4)}",
                "${x}",
                "#{x}",
                "<script>",
                "&amp;",
                "'",
                "\"",
                "a'b\"c&<d",
                "%s%n",
                "../../etc",
                "\u001d10X",
                "\u00f1",
                "]C1",
                "x".repeat(64),
                "é".repeat(80),
                "A".repeat(3_072),
                "A".repeat(10_240),
                "^XZ~JA".repeat(1_707),
                "Крем",
                "維生素 軟糖, 60 g",
                "Mom’s – “best” €",
                "漢".repeat(1_024),
                "😀".repeat(700),
                " ",
                "_",
                "__",
                "~",
                "^",
                ",",
                "~~",
                "^^",
                "^FD",
                "^FS"));
        for (char first : LETTERS.toCharArray()) {
            for (String second : new String[] {"A", "C", "D", "F", "J", "S"}) {
                values.add("^" + first + second + "1,2");
            }
        }
        for (char first : LETTERS.toCharArray()) {
            values.add("~" + first + "A");
        }
        return values;
    }

    /** Any characters, with a liking for those that mean something to a printer. */
    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(20); left > 0; left--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append("^~_\\>,;:{}\"'&<".charAt(random.nextInt(14)));
                case 1 -> text.appendCodePoint(random.nextInt(0x250));
                case 2 -> text.appendCodePoint(random.nextInt(0x11_0000));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }
}
