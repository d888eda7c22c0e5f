package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.zpl.ZplField;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The encoders a field has in a template; a field without one is a fault. */
final class FieldResolver implements ValueResolver {
    /** Names of the encoders. */
    static final Set<String> ENCODERS =
            Set.of("text", "code128", "gs1Bar", "gs1Matrix", "matrix", "qr", "link", "ean13");

    private final String linkStem;

    FieldResolver(String linkStem) {
        this.linkStem = linkStem;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof ZplField;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        ZplField field = (ZplField) context.getBase();
        return switch (context.getName()) {
            case "text" -> text(field, context);
            case "code128" -> CompletableFuture.completedFuture(field.code128());
            case "gs1Bar" -> CompletableFuture.completedFuture(field.gs1Bar());
            case "gs1Matrix" -> CompletableFuture.completedFuture(field.gs1Matrix());
            case "matrix" -> CompletableFuture.completedFuture(field.matrix());
            case "qr" -> CompletableFuture.completedFuture(field.qr());
            case "link" -> CompletableFuture.completedFuture(field.link(linkStem));
            case "ean13" -> CompletableFuture.completedFuture(field.ean13());
            default -> Results.notFound(context);
        };
    }

    private static CompletionStage<Object> text(ZplField field, EvalContext context) {
        int max = (Integer) context.getParams().get(0).getLiteral();
        Dots dots = (Dots) context.getAttribute(Sheet.DOTS);
        return CompletableFuture.completedFuture(field.text(field.isIdentity() ? max : dots.characters(max)));
    }
}
