package dev.lotline.edge.graphql.door;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Where a page lies in its list. */
@Description("Where a page lies in its list.")
public final class PageInfo {
    private final boolean previous;
    private final boolean next;
    private final @Nullable String start;
    private final @Nullable String end;

    public PageInfo(boolean previous, boolean next, @Nullable String start, @Nullable String end) {
        this.previous = previous;
        this.next = next;
        this.start = start;
        this.end = end;
    }

    public boolean isHasPreviousPage() {
        return previous;
    }

    public boolean isHasNextPage() {
        return next;
    }

    public @Nullable String getStartCursor() {
        return start;
    }

    public @Nullable String getEndCursor() {
        return end;
    }
}
