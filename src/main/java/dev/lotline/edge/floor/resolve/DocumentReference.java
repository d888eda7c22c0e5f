package dev.lotline.edge.floor.resolve;

import org.jspecify.annotations.Nullable;

/** A document by its owner's name for it. */
public record DocumentReference(
        @Nullable String owner, @Nullable String reference) {}
