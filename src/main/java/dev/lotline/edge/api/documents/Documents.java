package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.kernel.Refusal;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The filters and answers that both kinds of documents share. */
final class Documents {
    static final String[] FILTERS = {"owner", "warehouse", "state"};

    private Documents() {}

    /** True for {@code state=open}, false when no state is asked for. Ends with VALIDATION_FAILED for any other. */
    static boolean open(@Nullable String state) {
        if (state != null && !state.equals("open")) {
            throw Refusal.invalid("state", "must be open, or absent for all");
        }
        return state != null;
    }

    /** 201, and where the document can be read. */
    static <T> RestResponse<T> created(T document, UriInfo uri, String owner, String reference) {
        return ResponseBuilder.<T>created(
                        uri.getAbsolutePathBuilder().segment(owner, reference).build())
                .entity(document)
                .build();
    }

    /** 200; a replay says that it is one. */
    static <T> RestResponse<T> done(T answer, boolean replayed) {
        return replayed
                ? ResponseBuilder.ok(answer).header(Envelopes.REPLAYED, "true").build()
                : RestResponse.ok(answer);
    }
}
