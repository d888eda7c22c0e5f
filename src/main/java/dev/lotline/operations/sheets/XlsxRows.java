package dev.lotline.operations.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a workbook. Text stays in its cell, typed as text: nothing is a formula, and no table of all texts grows in
 * memory. A list longer than a sheet goes on in the next one.
 */
final class XlsxRows<T> implements Rows<T> {
    private static final String APPLICATION = "Lotline";
    private static final String VERSION = "1.0";
    private static final String ABOUT = "About";
    private static final String DATE = "yyyy-mm-dd";

    private final Sheet<T> sheet;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, APPLICATION, VERSION);
    private final int mostRows;
    private Worksheet page;
    private int pages;
    private int line;

    XlsxRows(Sheet<T> sheet) {
        this(sheet, Worksheet.MAX_ROWS);
    }

    XlsxRows(Sheet<T> sheet, int mostRows) {
        this.sheet = sheet;
        this.mostRows = mostRows;
        this.page = nextPage();
    }

    @Override
    public byte[] add(List<T> rows) {
        try {
            for (T row : rows) {
                if (line == mostRows) {
                    page.finish();
                    page = nextPage();
                }
                for (int n = 0; n < sheet.columns().size(); n++) {
                    cell(n, sheet.columns().get(n).value().apply(row));
                }
                line++;
            }
            page.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drained();
    }

    @Override
    public byte[] end() {
        try {
            if (!sheet.about().isEmpty()) {
                page.finish();
                about();
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drained();
    }

    private void about() {
        Worksheet last = workbook.newWorksheet(ABOUT);
        int at = 0;
        for (Map.Entry<String, Object> fact : sheet.about().entrySet()) {
            last.inlineString(at, 0, fact.getKey());
            last.inlineString(at++, 1, fact.getValue().toString());
        }
    }

    private Worksheet nextPage() {
        pages++;
        Worksheet next = workbook.newWorksheet(pages == 1 ? sheet.name() : sheet.name() + " " + pages);
        next.freezePane(0, 1);
        for (int n = 0; n < sheet.columns().size(); n++) {
            next.inlineString(0, n, sheet.columns().get(n).name());
        }
        line = 1;
        return next;
    }

    private void cell(int column, @Nullable Object value) {
        if (value instanceof Number number) {
            page.value(line, column, number);
        } else if (value instanceof LocalDate date) {
            page.value(line, column, date);
            page.style(line, column).format(DATE).set();
        } else if (value != null) {
            page.inlineString(line, column, value.toString());
        }
    }

    private byte[] drained() {
        byte[] written = bytes.toByteArray();
        bytes.reset();
        return written;
    }
}
