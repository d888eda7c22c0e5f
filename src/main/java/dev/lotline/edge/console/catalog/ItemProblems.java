package dev.lotline.edge.console.catalog;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what is wrong with an item to the fields where it is. */
final class ItemProblems {
    private static final Pattern LINE = Pattern.compile("(barcodes|components)\\[(\\d+)](?:\\.\\w+)?");

    private ItemProblems() {}

    static ItemForm said(ItemForm form, Refusal refusal, Frame frame) {
        Map<String, String> wrong = new LinkedHashMap<>();
        ItemWords words = Text.words(ItemWords.class, frame.language());
        for (Refusal.Violation each : refusal.violations()) {
            Matcher line = LINE.matcher(each.field());
            String field = line.matches() ? line.group(1) : each.field();
            String message = line.matches()
                    ? words.in_line(Integer.parseInt(line.group(2)) + 1, each.message())
                    : each.message();
            wrong.merge(field, message, (a, b) -> a + " " + b);
        }
        String field = field(refusal);
        List<String> names = ItemForm.names();
        if (refusal.violations().isEmpty() && names.contains(field)) {
            wrong.put(field, frame.sentence(refusal));
        }
        return form.refused(
                wrong, names.containsAll(wrong.keySet()) && !wrong.isEmpty() ? null : frame.sentence(refusal));
    }

    private static String field(Refusal refusal) {
        return refusal.code() == RefusalCode.REFERENCE_REUSED
                ? "sku"
                : String.valueOf(refusal.facts().get("field"));
    }
}
