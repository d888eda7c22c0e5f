package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.link.PrinterLink.Patience;

/**
 * How long is waited for what at a printer, in milliseconds.
 *
 * @param firstLook after the last byte of a label; while it prints each look is twice as far from the last one
 * @param betweenLooks at a printer that has a label: a reply right after the last byte may be older than the label
 * @param blockedLooks at one that waits for a person
 * @param forAnyJob for evidence, of time in which the printer was ready, and {@code forEachLabel} on top
 * @param longestReady the most of it
 * @param assumedAfter a printer that confirms nothing is taken at its word
 * @param withWork until the next turn at a printer that has work left
 * @param withoutWork until the next turn at one that has none; {@code spread} on top, by chance
 */
record Pace(
        Patience patience,
        int firstLook,
        int betweenLooks,
        int blockedLooks,
        int forAnyJob,
        int forEachLabel,
        int longestReady,
        int assumedAfter,
        int withWork,
        int withoutWork,
        int spread) {
    static final Pace USUAL =
            new Pace(Patience.USUAL, 30, 305, 2_000, 5_000, 1_500, 60_000, 5_000, 2_000, 24_000, 12_000);
}
