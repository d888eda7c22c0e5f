package dev.lotline.operations.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Multi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Sheet<Object> ONE = new Sheet<>("One", List.of(new Column<>("A", value -> value)));

    @Test
    void text_that_would_be_a_formula_gets_an_apostrophe_in_csv() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertEquals("'" + start + "1", CsvRows.text(start + "1"));
        }
        assertEquals("1=1", CsvRows.text("1=1"));
        assertEquals("", CsvRows.text(null));
    }

    @Test
    void numbers_and_dates_are_written_plainly() {
        assertEquals("-3", CsvRows.text(new BigDecimal("-3")));
        assertEquals("10000", CsvRows.text(new BigDecimal("1E4")));
        assertEquals("2026-03-01", CsvRows.text(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void csv_quotes_what_rfc_4180_quotes_and_starts_with_its_header() {
        byte[] csv =
                joined(ONE.csv(Multi.createFrom().items(List.of("a,b", "say \"x\""), List.of("two\r\nlines", "ü"))));
        assertEquals(
                "A\r\n\"a,b\"\r\n\"say \"\"x\"\"\"\r\n\"two\r\nlines\"\r\nü\r\n",
                new String(csv, StandardCharsets.UTF_8));
    }

    @Test
    void a_list_without_rows_is_a_header() throws IOException {
        assertEquals("A\r\n", new String(joined(ONE.csv(Multi.createFrom().empty())), StandardCharsets.UTF_8));
        assertEquals(
                List.of(List.of("A")), read(joined(ONE.xlsx(Multi.createFrom().empty()))));
    }

    @Test
    void xlsx_keeps_formulas_as_text() throws IOException {
        byte[] xlsx = joined(ONE.xlsx(Multi.createFrom().item(List.of("=1+1", "<a> & \"b\""))));
        assertEquals(List.of(List.of("A", "=1+1", "<a> & \"b\"")), read(xlsx));
    }

    @Test
    void a_list_longer_than_a_sheet_goes_on_in_the_next() throws IOException {
        XlsxRows<Object> rows = new XlsxRows<>(ONE, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(rows.add(List.of("1", "2", "3")));
        bytes.writeBytes(rows.add(List.of("4", "5")));
        bytes.writeBytes(rows.end());
        assertEquals(
                List.of(List.of("A", "1", "2"), List.of("A", "3", "4"), List.of("A", "5")), read(bytes.toByteArray()));
    }

    private static byte[] joined(Multi<byte[]> file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.subscribe().asStream().forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The first column of every sheet; each cell must be text. */
    private static List<List<String>> read(byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getSheets()
                    .map(sheet -> {
                        try (Stream<Row> rows = sheet.openStream()) {
                            return rows.map(row -> row.getCell(0))
                                    .peek(cell -> assertEquals(CellType.STRING, cell.getType()))
                                    .map(cell -> cell.asString())
                                    .toList();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
