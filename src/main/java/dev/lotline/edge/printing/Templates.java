package dev.lotline.edge.printing;

import dev.lotline.edge.printing.label.LabelTemplates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one set of templates of this process; a template with a mistake stops the start. */
@Singleton
final class Templates {
    private final LabelTemplates templates;

    Templates(@ConfigProperty(name = "lotline.gs1.link-stem") String linkStem) {
        this.templates = new LabelTemplates(linkStem);
    }

    @Produces
    @Singleton
    LabelTemplates templates() {
        return templates;
    }
}
