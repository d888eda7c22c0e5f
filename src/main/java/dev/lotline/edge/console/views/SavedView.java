package dev.lotline.edge.console.views;

import java.time.OffsetDateTime;

/**
 * An address under a name.
 *
 * @param address relative to this house
 */
public record SavedView(long id, String name, String address, OffsetDateTime savedAt) {}
