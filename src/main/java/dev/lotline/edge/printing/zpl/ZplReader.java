package dev.lotline.edge.printing.zpl;

import dev.lotline.edge.printing.zpl.LabelFault.Code;
import dev.lotline.edge.printing.zpl.Placed.Shape;
import dev.lotline.gs1.CheckDigit;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of ZPL that our labels are made of, and refuses everything else: what it does not know, it can't promise
 * anything about.
 */
public final class ZplReader {
    /** Longest label, in characters. */
    public static final int LONGEST = 64 * 1024;

    /** What a label may hold; set-up of a printer is none of its business. */
    public static final Set<String> ALLOWED = Set.of(
            "XA", "XZ", "CI", "PW", "LL", "LH", "FO", "A0", "FD", "FH", "FS", "FX", "BY", "BC", "BX", "BQ", "BE", "GB",
            "FR", "PQ");

    private static final int LARGEST = 32_000;
    private static final int LONGEST_NUMBER = 5;
    private static final Pattern LINEAR = Pattern.compile("N,\\d+,N,N,N");
    private static final Pattern MATRIX = Pattern.compile("N,\\d+,200,,,,\\\\,1");
    private static final Pattern QR_CODE = Pattern.compile("N,2,\\d+");

    private final List<String> commands = new ArrayList<>();
    private final List<Placed> fields = new ArrayList<>();
    private int width;
    private int height;
    private int module = 2;
    private int barHeight = 10;

    private int x;
    private int y;
    private boolean hex;
    private boolean reversed;
    private @Nullable Shape shape;
    private int size;
    private int across;
    private @Nullable String data;
    private boolean begun;
    private boolean ended;

    private ZplReader() {}

    /**
     * Reads one label.
     *
     * @throws LabelFault if it holds anything else, or what is not allowed
     */
    public static ZplLabel read(String zpl) {
        if (zpl.length() > LONGEST) {
            throw new LabelFault(Code.FIELD_DOES_NOT_FIT, "a label holds " + LONGEST + " characters");
        }
        ZplReader reader = new ZplReader();
        int at = reader.blank(zpl, 0);
        while (at < zpl.length()) {
            at = reader.blank(zpl, reader.command(zpl, at));
        }
        if (!reader.ended) {
            throw broken("the label has no end");
        }
        return new ZplLabel(reader.width, reader.height, reader.commands, reader.fields);
    }

    private int blank(String zpl, int from) {
        int at = from;
        while (at < zpl.length() && Character.isWhitespace(zpl.charAt(at))) {
            at++;
        }
        return at;
    }

    private int command(String zpl, int at) {
        if (zpl.charAt(at) != '^' || at + 3 > zpl.length()) {
            throw broken("there is something beside commands");
        }
        String name = zpl.substring(at + 1, at + 3);
        if (!ALLOWED.contains(name)) {
            throw new LabelFault(Code.COMMAND_NOT_ALLOWED, "^" + name);
        }
        int end = at + 3;
        while (end < zpl.length() && zpl.charAt(end) != '^') {
            if (zpl.charAt(end) == '~') {
                throw new LabelFault(Code.COMMAND_NOT_ALLOWED, "a command to the printer");
            }
            end++;
        }
        if (ended || begun == name.equals("XA")) {
            throw broken("one label begins and ends once");
        }
        String rest = zpl.substring(at + 3, end);
        boolean free = name.equals("FD") || name.equals("FX");
        apply(name, free ? rest : rest.strip());
        commands.add(free ? name : name + rest.strip());
        return end;
    }

    private void apply(String name, String rest) {
        switch (name) {
            case "XA" -> begun = true;
            case "XZ" -> ended = true;
            case "PW" -> width = number(rest);
            case "LL" -> height = number(rest);
            case "CI" -> require(rest.equals("28"), "only ^CI28");
            case "LH" -> require(rest.equals("0,0"), "only ^LH0,0");
            case "PQ" -> require(rest.equals("1"), "a label is printed once");
            case "FO" -> {
                x = number(part(rest, 0));
                y = number(part(rest, 1));
            }
            case "BY" -> {
                module = number(part(rest, 0));
                barHeight = part(rest, 2).isEmpty() ? barHeight : number(part(rest, 2));
            }
            case "FH" -> {
                require(rest.equals("_"), "only ^FH_");
                hex = true;
            }
            case "FR" -> reversed = true;
            case "FD" -> data = rest;
            case "FS" -> place();
            case "FX" -> {
                // a remark
            }
            default -> shape(name, rest);
        }
    }

    private void shape(String name, String rest) {
        require(shape == null, "a field is one thing");
        switch (name) {
            case "A0" -> shape(Shape.TEXT, number(part(rest, 1)), number(part(rest, 2)));
            case "BC" -> {
                require(LINEAR.matcher(rest).matches(), "only ^BCN,height,N,N,N");
                shape(Shape.CODE_128, number(part(rest, 1)), 0);
            }
            case "BX" -> {
                require(MATRIX.matcher(rest).matches(), "only ^BXN,module,200,,,,\\,1");
                shape(Shape.DATA_MATRIX, 0, number(part(rest, 1)));
            }
            case "BQ" -> {
                require(QR_CODE.matcher(rest).matches(), "only ^BQN,2,module");
                shape(Shape.QR, 0, number(part(rest, 2)));
            }
            case "BE" -> shape(Shape.EAN_13, number(part(rest, 1)), 0);
            default -> {
                int wide = number(part(rest, 0));
                fields.add(
                        new Placed(Shape.BOX, x, y, number(part(rest, 1)), wide, number(part(rest, 2)), reversed, ""));
                data = "";
            }
        }
    }

    private void shape(Shape found, int high, int wide) {
        shape = found;
        size = high;
        across = wide;
    }

    private void place() {
        if (shape != null) {
            require(data != null && hex, "a value stands under ^FH_");
            boolean matrix = shape == Shape.DATA_MATRIX || shape == Shape.QR;
            int modules = shape == Shape.TEXT ? 0 : matrix ? across : module;
            fields.add(new Placed(
                    shape, x, y, size, shape == Shape.TEXT ? across : 0, modules, reversed, decoded("" + data)));
        } else {
            require(data == null || data.isEmpty(), "data without a font or symbol");
        }
        shape = null;
        data = null;
        hex = false;
        reversed = false;
    }

    private static String decoded(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '_' && i + 2 < escaped.length()) {
                int high = Character.digit(escaped.charAt(i + 1), 16);
                int low = Character.digit(escaped.charAt(i + 2), 16);
                require(high >= 0 && low >= 0, "_ must stand in front of two hexadecimal digits");
                bytes.write(16 * high + low);
                i += 2;
            } else {
                require(c != '_' && c >= ' ' && c < 0x7f, "a character that should have been escaped");
                bytes.write(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken("the data is not UTF-8");
        }
    }

    /** The n-th of the parameters, from 0; empty if there are fewer. */
    private static String part(String rest, int n) {
        int from = 0;
        for (int left = n; left > 0; left--) {
            int comma = rest.indexOf(',', from);
            if (comma < 0) {
                return "";
            }
            from = comma + 1;
        }
        int end = rest.indexOf(',', from);
        return rest.substring(from, end < 0 ? rest.length() : end);
    }

    private static int number(String text) {
        require(
                !text.isEmpty() && text.length() <= LONGEST_NUMBER && CheckDigit.isDigits(text, 0, text.length()),
                "a number");
        int number = Integer.parseInt(text);
        require(number <= LARGEST, "a number up to " + LARGEST);
        return number;
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw broken(message);
        }
    }

    private static LabelFault broken(String message) {
        return new LabelFault(Code.NOT_READABLE, message);
    }
}
