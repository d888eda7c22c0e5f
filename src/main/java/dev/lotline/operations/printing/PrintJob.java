package dev.lotline.operations.printing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job on its way to a printer.
 *
 * @param payload what its labels say, text by name
 * @param attempt how often it has been taken up, this time included
 */
public record PrintJob(
        UUID id, String kind, Map<String, String> payload, String language, int attempt, List<Piece> labels) {
    /**
     * One piece of paper.
     *
     * @param identity code of the plate, null for others
     * @param reprint how many came before it
     */
    public record Piece(String serial, @Nullable String identity, int reprint) {}
}
