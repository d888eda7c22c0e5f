package dev.lotline.operations.printing.desk;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;

/** Labels drawn for people, whoever knows how a printer draws them. */
public interface LabelPicture {
    /**
     * As SVG, as its printer would get it now. Ends with UNKNOWN_LABEL, NOT_FOUND for badges, VALIDATION_FAILED when its
     * data can't be printed.
     */
    Uni<String> svg(String serial, Scope scope);
}
