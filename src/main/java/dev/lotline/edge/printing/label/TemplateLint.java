package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.LabelFault.Code;
import dev.lotline.edge.printing.zpl.ZplReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template may hold, so that data never decides about commands: every value between {@code ^FD} and {@code ^FS}
 * passes an encoder and stands under {@code ^FH_}; everywhere else only numbers of the page and the number of the job.
 */
final class TemplateLint {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern NUMBER =
            Pattern.compile("mm:(x|y|len|h|w|bar|module)\\(\\d+(\\.\\d+)?\\)|page\\.(width|height)|job\\.id");
    private static final Pattern SWITCH = Pattern.compile("#if !?[a-z][A-Za-z0-9]*|#else|/if");
    private static final Pattern ENCODED = Pattern.compile(
            "[a-z][A-Za-z0-9]*(\\.[a-zA-Z][A-Za-z0-9]*)?\\.(text\\(\\d+\\)|" + encodersWithoutText() + ")");
    private static final Pattern COMMAND = Pattern.compile("\\^(..)");

    private TemplateLint() {}

    /** @throws LabelFault naming the file and what it may not hold */
    static void check(String file, String source) {
        if (source.indexOf('~') >= 0) {
            throw new LabelFault(Code.COMMAND_NOT_ALLOWED, file + ": a template never commands the printer (~)");
        }
        Matcher command = COMMAND.matcher(source);
        while (command.find()) {
            if (!ZplReader.ALLOWED.contains(command.group(1))) {
                throw new LabelFault(Code.COMMAND_NOT_ALLOWED, file + ": ^" + command.group(1));
            }
        }
        Matcher expression = EXPRESSION.matcher(source);
        while (expression.find()) {
            String text = expression.group(1);
            boolean data = inData(source, expression.start());
            boolean right = data
                    ? ENCODED.matcher(text).matches()
                    : NUMBER.matcher(text).matches() || SWITCH.matcher(text).matches();
            if (!right) {
                throw new LabelFault(Code.EXPRESSION_NOT_ENCODED, file + ": {" + text + "}");
            }
        }
        if (EXPRESSION.matcher(source).replaceAll("").matches("(?s).*[{}].*")) {
            throw new LabelFault(Code.EXPRESSION_NOT_ENCODED, file + ": a brace outside an expression");
        }
    }

    /** True between ^FD and ^FS, where the data must stand under ^FH_. */
    private static boolean inData(String source, int at) {
        int opened = source.lastIndexOf("^FD", at);
        boolean inside = opened >= 0 && source.lastIndexOf("^FS", at) < opened;
        if (inside && !source.startsWith("^FH_", opened - 4)) {
            throw new LabelFault(Code.EXPRESSION_NOT_ENCODED, "a value that is not under ^FH_");
        }
        return inside;
    }

    private static String encodersWithoutText() {
        return FieldResolver.ENCODERS.stream()
                .filter(name -> !name.equals("text"))
                .sorted()
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }
}
