package dev.lotline.edge.printing.label;

import java.util.Locale;

/**
 * What stands on one piece of paper and on no other.
 *
 * @param serial of the label
 * @param reprint how many came before it; 0 = it is the first
 * @param language of its words and dates
 */
public record Imprint(String serial, int reprint, Locale language) {}
