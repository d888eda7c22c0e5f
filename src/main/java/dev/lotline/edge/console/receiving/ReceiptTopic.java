package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.receiving.ReceivingOrders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One receiving order: its state, and what has come of each lot. The argument is owner, a slash, and its reference. */
@Singleton
final class ReceiptTopic implements Topic {
    static final String NAME = "receipt";

    private final ReceivingOrders orders;
    private final CountedBySql countedBy;

    ReceiptTopic(ReceivingOrders orders, CountedBySql countedBy) {
        this.orders = orders;
        this.countedBy = countedBy;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance receiptState(Receipt receipt);

        static native TemplateInstance receiptRow(String owner, Receipt.Row row);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.INBOUND_READ;
    }

    @Override
    public void check(String argument, Scope scope) {
        scope.requireOwner(owner(argument));
    }

    @Override
    public boolean concerned(Change change, String argument) {
        return change.mayConcern(owner(argument));
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        String owner = owner(argument);
        String reference = argument.substring(owner.length() + 1);
        return orders.find(owner, reference, viewer.scope())
                .chain(order -> countedBy.who(owner, reference, 0, Receipt.ROWS).map(who -> Receipt.of(order, 0, who)))
                .chain(receipt -> parts(receipt, viewer.language()));
    }

    private static Uni<Parts> parts(Receipt receipt, Locale language) {
        String owner = receipt.order().owner();
        List<Uni<Part>> parts = new ArrayList<>();
        parts.add(part("receipt-state", Templates.receiptState(receipt), language));
        receipt.lots()
                .forEach(row -> parts.add(part("receipt-" + row.n(), Templates.receiptRow(owner, row), language)));
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> part)
                .collect()
                .asList()
                .map(made -> new Parts(receipt.version(), receipt.shape(), made));
    }

    private static Uni<Part> part(String id, TemplateInstance template, Locale language) {
        return template.setLocale(language).createUni().map(html -> new Part(id, html));
    }

    private static String owner(String argument) {
        int slash = argument.indexOf('/');
        if (slash < 1) {
            throw Refusal.invalid("topics", "must name an owner and a reference");
        }
        return argument.substring(0, slash);
    }
}
