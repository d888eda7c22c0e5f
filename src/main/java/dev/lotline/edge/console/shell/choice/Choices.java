package dev.lotline.edge.console.shell.choice;

import java.time.LocalDate;
import java.util.List;

/**
 * What there is to choose from, by code, at most 1,000 of each.
 *
 * @param warehouses active ones
 */
public record Choices(List<Choice> owners, List<Choice> warehouses) {
    /** @param today the business date there */
    public record Choice(String code, String name, LocalDate today) {}
}
