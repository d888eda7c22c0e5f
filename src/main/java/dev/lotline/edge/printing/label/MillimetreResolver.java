package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.Dots;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * {@code mm:x(4)} in a template: millimetres as dots of the printer at hand. {@code x y len} are places and lengths,
 * {@code h w} the size of characters, {@code bar module} the modules of linear and of two-dimensional symbols.
 */
final class MillimetreResolver implements NamespaceResolver {
    static final String DOTS = "dots";

    private final ConcurrentMap<String, Double> numbers = new ConcurrentHashMap<>();

    @Override
    public String getNamespace() {
        return "mm";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        if (context.getParams().size() != 1 || !(context.getAttribute(DOTS) instanceof Dots dots)) {
            return Results.notFound(context);
        }
        Expression parameter = context.getParams().get(0);
        double mm = numbers.computeIfAbsent(parameter.toOriginalString(), Double::valueOf);
        return switch (context.getName()) {
            case "x", "y", "len" -> number(dots.of(mm));
            case "h" -> number(dots.textHeight(mm));
            case "w" -> number(dots.textWidth(mm));
            case "bar" -> number(dots.bar(mm));
            case "module" -> number(dots.module(mm));
            default -> Results.notFound(context);
        };
    }

    private static CompletionStage<Object> number(int dots) {
        return CompletableFuture.completedFuture(dots);
    }
}
