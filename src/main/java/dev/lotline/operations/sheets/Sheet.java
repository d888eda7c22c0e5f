package dev.lotline.operations.sheets;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The columns of a list, and the list as a file. Chunks of rows are written as they come: no file is ever in memory.
 *
 * @param name of the file, without ending, and of the XLSX sheet: letters, digits, spaces and hyphens
 * @param about what a workbook tells of itself on a second sheet; empty = it has none
 */
public record Sheet<T>(String name, List<Column<T>> columns, Map<String, Object> about) {
    public Sheet(String name, List<Column<T>> columns) {
        this(name, columns, Map.of());
    }

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Behind a type that is only answered with when it is asked for: who names none gets JSON. */
    public static final String IF_ASKED = ";qs=0.5";

    /** The list as RFC 4180, UTF-8, header first. */
    public Multi<byte[]> csv(Multi<List<T>> chunks) {
        return file(() -> new CsvRows<>(this), chunks);
    }

    /** The list as a workbook. */
    public Multi<byte[]> xlsx(Multi<List<T>> chunks) {
        return file(() -> new XlsxRows<>(this), chunks);
    }

    private Multi<byte[]> file(Supplier<Rows<T>> kind, Multi<List<T>> chunks) {
        return Multi.createFrom().deferred(() -> {
            Rows<T> rows = kind.get();
            return Multi.createBy()
                    .concatenating()
                    .streams(chunks.map(rows::add), Multi.createFrom().item(rows::end))
                    .filter(bytes -> bytes.length > 0);
        });
    }
}
