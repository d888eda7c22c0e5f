package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.kernel.CanonicalJson;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One template. Everything on it that depends on the print head alone is a number before the first label is drawn for that
 * head; what is left to each label is its data.
 */
final class Sheet {
    /** The attribute of a label being drawn under which an encoder finds its {@link Dots}. */
    static final String DOTS = "dots";

    private static final Pattern LENGTH = Pattern.compile("\\{(?:mm:([a-z]+)\\(([0-9.]+)\\)|page\\.(width|height))\\}");

    private final Engine engine;
    private final String file;
    private final Stock stock;
    private final String source;
    private final String version;
    private final Map<Dots, Template> heads = new ConcurrentHashMap<>();

    /** @throws LabelFault naming the file and what it may not hold */
    Sheet(Engine engine, LabelKind kind, Stock stock, String source) {
        this.engine = engine;
        this.file = kind.file(stock);
        this.stock = stock;
        this.source = source;
        byte[] hash = CanonicalJson.sha256().digest(source.getBytes(StandardCharsets.UTF_8));
        this.version = HexFormat.of().formatHex(hash, 0, 8);
        TemplateLint.check(file, source);
        // the heads differ in numbers only
        head(new Dots(kind, Dots.RESOLUTIONS.iterator().next(), 0));
    }

    String source() {
        return source;
    }

    /** The hash by which it is known again. */
    String version() {
        return version;
    }

    /** ZPL of one label. */
    String draw(Dots dots, LabelData data, String job) {
        Map<String, Object> root = new HashMap<>(data.root());
        root.put("job", Map.of("id", job));
        try {
            return head(dots).instance().data(root).setAttribute(DOTS, dots).render();
        } catch (TemplateException e) {
            throw e.getCause() instanceof LabelFault fault ? fault : e;
        }
    }

    private Template head(Dots dots) {
        return heads.computeIfAbsent(dots, this::parsed);
    }

    private Template parsed(Dots dots) {
        try {
            return engine.parse(measured(dots), null, file);
        } catch (TemplateException e) {
            throw new LabelFault(LabelFault.Code.EXPRESSION_NOT_ENCODED, file + ": " + e.getMessage());
        }
    }

    /** The source with its millimetres as dots. */
    private String measured(Dots dots) {
        return LENGTH.matcher(source).replaceAll(length -> String.valueOf(length(dots, length)));
    }

    /**
     * {@code x y len} are places and lengths, {@code h w} the size of characters, {@code bar module} the modules of linear
     * and of two-dimensional symbols.
     */
    private int length(Dots dots, MatchResult length) {
        if (length.group(1) == null) {
            return dots.of(length.group(3).equals("width") ? stock.width() : stock.height());
        }
        double mm = Double.parseDouble(length.group(2));
        return switch (length.group(1)) {
            case "x", "y", "len" -> dots.of(mm);
            case "h" -> dots.textHeight(mm);
            case "w" -> dots.textWidth(mm);
            case "bar" -> dots.bar(mm);
            case "module" -> dots.module(mm);
            default -> throw new IllegalArgumentException("mm:" + length.group(1));
        };
    }
}
