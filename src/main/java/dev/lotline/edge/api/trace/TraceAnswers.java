package dev.lotline.edge.api.trace;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.sheets.SheetFiles;
import dev.lotline.operations.tracing.TraceEvent;
import dev.lotline.operations.tracing.TraceParty;
import dev.lotline.operations.tracing.Tracing.Trace;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;

/** A trace in each of its forms, whatever is traced. */
@Singleton
final class TraceAnswers {
    static final String TAG = "Trace";
    static final String EVENTS =
            "One up, one down: every receipt, shipment, disposal and adjustment of its lots, lot by lot"
                    + " in the order of the ledger. As CSV or XLSX all of them, under the names of FSMA 204 (21 CFR 1.1340,"
                    + " 1.1345). Undone scans and goods without lot are left out.";
    static final String PARTIES = "The same in sum: what each party sent or got of each lot.";

    private static final String PLACE = "([0-9]{1,18})\\.([0-9]{1,18})";

    private final SheetFiles files;
    private final SecurityIdentity identity;

    TraceAnswers(SheetFiles files, SecurityIdentity identity) {
        this.files = files;
        this.identity = identity;
    }

    Scope scope() {
        return ((Actor) identity.getPrincipal()).scope();
    }

    Uni<RestResponse<Page<TraceEvent>>> events(UriInfo uri, Supplier<Uni<Trace>> found) {
        Paging paging = Paging.of(uri);
        String after = paging.afterText();
        if (!after.isEmpty() && !after.matches(PLACE)) {
            throw Refusal.invalid("cursor", "is not a cursor of this list");
        }
        int dot = after.indexOf('.');
        long lot = dot < 0 ? 0 : Long.parseLong(after.substring(0, dot));
        long movement = dot < 0 ? 0 : Long.parseLong(after.substring(dot + 1));
        return found.get()
                .chain(trace -> trace.events(lot, movement, paging.fetch()))
                .map(rows -> paging.page(rows, row -> row.lotId() + "." + row.movement()));
    }

    Uni<RestResponse<Page<TraceParty>>> parties(UriInfo uri, Supplier<Uni<Trace>> found) {
        Paging paging = Paging.of(uri);
        return found.get()
                .chain(trace -> trace.parties(paging.afterText(), paging.fetch()))
                .map(rows -> paging.page(rows, TraceParty::key));
    }

    /** Ends with VALIDATION_FAILED for any parameter: a file is the whole list. */
    RestMulti<byte[]> csv(UriInfo uri, Supplier<Uni<Trace>> found) {
        whole(uri);
        return files.csv(FsmaSheet.SHEET, found.get(), Trace::all);
    }

    /** Ends with VALIDATION_FAILED for any parameter: a file is the whole list. */
    RestMulti<byte[]> xlsx(UriInfo uri, Supplier<Uni<Trace>> found) {
        whole(uri);
        return files.xlsx(FsmaSheet.SHEET, found.get(), Trace::all);
    }

    private static void whole(UriInfo uri) {
        uri.getQueryParameters().keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw Refusal.invalid(name, "is not a parameter of a file, which is the whole list");
        });
    }
}
