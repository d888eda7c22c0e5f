package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.Finding;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelLint;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.ZplLabel;
import dev.lotline.edge.printing.zpl.ZplReader;
import dev.lotline.kernel.CanonicalJson;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The templates of all kinds and stocks, checked when they are loaded. An engine of its own: nothing here may pass an
 * escaper of HTML, and a name that is not there is a fault, never an empty place on a label.
 */
public final class LabelTemplates {
    private static final String FOLDER = "/templates/label/";

    /** A template with the hash by which it is known again. */
    private record Sheet(Template template, String version) {}

    /**
     * A label ready to be sent.
     *
     * @param label the same, read back
     * @param version of the template
     */
    public record Rendered(String zpl, ZplLabel label, String version) {}

    private final Map<String, Sheet> sheets = new HashMap<>();

    /**
     * @param linkStem where GS1 Digital Links lead
     * @throws LabelFault naming the template and what is wrong with it
     */
    public LabelTemplates(String linkStem) {
        Engine engine = engine(linkStem);
        for (LabelKind kind : LabelKind.values()) {
            for (Stock stock : kind.stocks()) {
                String file = kind.file(stock);
                String source = source(file);
                TemplateLint.check(file, source);
                sheets.put(file, new Sheet(engine.parse(source, null, file), version(source)));
            }
        }
    }

    private static Engine engine(String linkStem) {
        return Engine.builder()
                .addValueResolvers(ValueResolvers.mapResolver(), ValueResolvers.rawResolver())
                .addValueResolver(new FieldResolver(linkStem))
                .addNamespaceResolver(new MillimetreResolver())
                .addDefaultSectionHelpers()
                .strictRendering(true)
                .build();
    }

    /**
     * A label for one printer, checked. Drawn tighter, up to four times, until it fits.
     *
     * @param resolution of the printer, dots an inch
     * @throws LabelFault FIELD_DOES_NOT_FIT if there is no way
     */
    public Rendered render(LabelKind kind, Stock stock, int resolution, LabelData data, String job) {
        @Nullable LabelFault last = null;
        for (int tightness = 0; tightness <= Dots.TIGHTEST; tightness++) {
            Dots dots = new Dots(kind, resolution, tightness);
            try {
                Rendered rendered = once(dots, stock, data, job);
                List<Finding> findings = LabelLint.check(dots, rendered.label());
                if (findings.isEmpty()) {
                    return rendered;
                }
                last = new LabelFault(
                        LabelFault.Code.FIELD_DOES_NOT_FIT, findings.get(0).toString());
            } catch (LabelFault fault) {
                last = fault;
            }
        }
        throw Objects.requireNonNull(last);
    }

    /** The same as it is designed, not checked for its layout. */
    Rendered once(Dots dots, Stock stock, LabelData data, String job) {
        Sheet sheet = Objects.requireNonNull(sheets.get(dots.kind().file(stock)), "no template");
        String zpl = draw(sheet, dots, stock, data, job);
        return new Rendered(zpl, ZplReader.read(zpl), sheet.version());
    }

    /** ZPL alone, as designed; neither read back nor checked for its layout. */
    public String zpl(LabelKind kind, Stock stock, int resolution, LabelData data, String job) {
        Sheet sheet = Objects.requireNonNull(sheets.get(kind.file(stock)), "no template");
        return draw(sheet, new Dots(kind, resolution, 0), stock, data, job);
    }

    private static String draw(Sheet sheet, Dots dots, Stock stock, LabelData data, String job) {
        Map<String, Object> root = new HashMap<>(data.root());
        root.put("page", Map.of("width", dots.of(stock.width()), "height", dots.of(stock.height())));
        root.put("job", Map.of("id", job));
        try {
            return sheet.template()
                    .instance()
                    .data(root)
                    .setAttribute(MillimetreResolver.DOTS, dots)
                    .render();
        } catch (TemplateException e) {
            throw e.getCause() instanceof LabelFault fault ? fault : e;
        }
    }

    private static String source(String file) {
        try (InputStream in = LabelTemplates.class.getResourceAsStream(FOLDER + file)) {
            return new String(
                    Objects.requireNonNull(in, () -> FOLDER + file + " is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String version(String source) {
        byte[] hash = CanonicalJson.sha256().digest(source.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
