package dev.lotline.operations.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front. */
final class CsvRows<T> implements Rows<T> {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final Sheet<T> sheet;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter writer;

    CsvRows(Sheet<T> sheet) {
        this.sheet = sheet;
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(bytes, StandardCharsets.UTF_8);
        writer.writeRecord(sheet.columns().stream().map(Column::name).toList());
    }

    @Override
    public byte[] add(List<T> rows) {
        for (T row : rows) {
            writer.writeRecord(sheet.columns().stream()
                    .map(column -> text(column.value().apply(row)))
                    .toList());
        }
        return drained();
    }

    @Override
    public byte[] end() {
        return drained();
    }

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || !(value instanceof CharSequence)) {
            return value.toString();
        }
        String text = value.toString();
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private byte[] drained() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] written = bytes.toByteArray();
        bytes.reset();
        return written;
    }
}
