package lotline.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label that came out.
 *
 * @param zpl as it was received
 * @param atMillis since 1970
 */
public record Printed(int number, String zpl, long atMillis) {
    private static final Pattern FIELD = Pattern.compile("\\^(A0|BC|BX|BQ|BE)[^^]*(?:\\^FH_)?\\^FD([^^]*)\\^FS");

    /** What stands in its fields, in order, decoded. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(zpl);
        while (field.find()) {
            fields.add(decoded(field.group(2)));
        }
        return fields;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '_' && i + 2 < text.length()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
