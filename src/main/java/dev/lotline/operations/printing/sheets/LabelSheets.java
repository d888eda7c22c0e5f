package dev.lotline.operations.printing.sheets;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels side by side on office paper or one after the other for a roll, whoever knows how they are drawn. */
public interface LabelSheets {
    /**
     * The size of the label and the look of the sheet as they were asked for; null = the usual.
     *
     * @param format pdf or zpl
     */
    record Look(
            String format,
            @Nullable String stock,
            @Nullable String paper,
            @Nullable Integer dpi,
            @Nullable String language) {}

    /** What stands on a badge. */
    record Badge(
            @Nullable String code,
            @Nullable String name,
            @Nullable String role) {}

    /** A sheet as a file. */
    record File(byte[] bytes, String type, String name) {}

    /**
     * LOCATION, TOTE, PRINTER or COMMANDS. Ends with NOT_FOUND for another kind or format, or when nothing is to stand on
     * it; UNKNOWN_WAREHOUSE; VALIDATION_FAILED naming every wrong field, or for more than 500 labels.
     *
     * @param warehouse null = none is named
     */
    Uni<File> sheet(String kind, Look look, @Nullable String warehouse, Range range, Scope scope);

    /** Which places; null = without that end, of any zone. */
    record Range(
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to) {}

    /** Ends with VALIDATION_FAILED naming every wrong field, NOT_FOUND for another format. Nothing of it is kept. */
    Uni<File> badges(List<@Nullable Badge> badges, Look look);
}
