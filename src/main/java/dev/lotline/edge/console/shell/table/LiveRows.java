package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.live.Topic.Part;
import dev.lotline.edge.console.shell.live.Topic.Parts;
import dev.lotline.edge.console.shell.table.Listing.Row;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.stream.Stream;

/** Rows of a table as parts of a live view, drawn like those of its page. */
final class LiveRows {
    private LiveRows() {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance row(Row row);
    }

    static Uni<Parts> parts(Listing listing, Locale language) {
        return Multi.createFrom()
                .items(Stream.concat(listing.rows().stream(), Stream.ofNullable(listing.foot())))
                .onItem()
                .transformToUniAndConcatenate(row ->
                        Templates.row(row).setLocale(language).createUni().map(html -> new Part(row.id(), html)))
                .collect()
                .asList()
                .map(parts -> new Parts(listing.version(), listing.shape(), parts));
    }
}
