package dev.lotline.edge.printing;

import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.operations.printing.templates.OwnTemplates;
import dev.lotline.operations.printing.templates.OwnTemplates.Own;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the templates of this node those that are in force; what another node was given is used within half a minute. */
@Singleton
class TemplatesInForce {
    private static final Logger LOG = Logger.getLogger(TemplatesInForce.class);

    private final LabelTemplates templates;
    private final OwnTemplates own;

    TemplatesInForce(LabelTemplates templates, OwnTemplates own) {
        this.templates = templates;
        this.own = own;
    }

    Uni<List<Own>> all() {
        return own.all();
    }

    /**
     * From now on labels of this kind and stock look like that.
     *
     * @param source null = as the one that comes along
     * @throws LabelFault if it may not be used; nothing is changed then
     */
    Uni<Void> put(LabelKind kind, Stock stock, @Nullable String source, String by) {
        if (source != null) {
            templates.check(kind, stock, source);
        }
        return own.put(kind.name(), stock.name(), source, by).chain(this::refresh);
    }

    @Scheduled(every = "{lotline.print.templates-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return own.all().invoke(this::use).replaceWithVoid();
    }

    private void use(List<Own> all) {
        Set<String> files = new HashSet<>();
        for (Own each : all) {
            LabelKind kind = LabelKind.named(each.kind());
            Stock stock = kind == null ? null : kind.stock(each.stock());
            if (kind != null && stock != null && used(kind, stock, each)) {
                files.add(kind.file(stock));
            }
        }
        templates.keepOwn(files);
    }

    /** It was sound when it was put there; an upgrade may be stricter, and ours always print. */
    private boolean used(LabelKind kind, Stock stock, Own each) {
        try {
            templates.use(kind, stock, each.source());
            return true;
        } catch (LabelFault fault) {
            LOG.warnf("own template %s %s is not used: %s", each.kind(), each.stock(), fault.getMessage());
            return false;
        }
    }
}
