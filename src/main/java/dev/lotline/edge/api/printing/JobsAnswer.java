package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.PrintDesk.Done;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The jobs that a command made or changed, as they stood then. */
@Schema(name = "PrintJobs")
public record JobsAnswer(List<JobView> jobs) {
    static RestResponse<JobsAnswer> of(Done done, int status) {
        JobsAnswer answer = new JobsAnswer(done.jobs());
        return done.replayed()
                ? ResponseBuilder.ok(answer).header(Envelopes.REPLAYED, "true").build()
                : ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), answer)
                        .build();
    }
}
