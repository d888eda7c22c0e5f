package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.Finding;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelLint;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.ZplLabel;
import dev.lotline.edge.printing.zpl.ZplReader;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ValueResolvers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The templates of all kinds and stocks, checked when they are loaded. An engine of its own: nothing here may pass an
 * escaper of HTML, and a name that is not there is a fault, never an empty place on a label.
 */
public final class LabelTemplates {
    private static final String FOLDER = "/templates/label/";

    /** A template as text; {@code own} = of this house, not one of ours. */
    public record Source(String zpl, String version, boolean own) {}

    /**
     * A label ready to be sent.
     *
     * @param label the same, read back
     * @param version of the template
     */
    public record Rendered(String zpl, ZplLabel label, String version) {}

    private final Map<String, Sheet> sheets = new HashMap<>();
    private final Map<String, Sheet> own = new ConcurrentHashMap<>();
    private final Engine engine;

    /**
     * @param linkStem where GS1 Digital Links lead
     * @throws LabelFault naming the template and what is wrong with it
     */
    public LabelTemplates(String linkStem) {
        engine = engine(linkStem);
        for (LabelKind kind : LabelKind.values()) {
            for (Stock stock : kind.stocks()) {
                String file = kind.file(stock);
                sheets.put(file, new Sheet(engine, kind, stock, source(file)));
            }
        }
    }

    /**
     * Whether labels may be printed by a template of this house.
     *
     * @throws LabelFault naming the first rule that it breaks
     */
    public void check(LabelKind kind, Stock stock, String source) {
        Sheet tried = new Sheet(engine, kind, stock, source);
        new OwnTemplateLint(kind, tried, sheet(sheets, kind.file(stock))).check();
    }

    /** Prints by a template of this house from now on; see {@link #check}. */
    public void use(LabelKind kind, Stock stock, String source) {
        String file = kind.file(stock);
        Sheet before = own.get(file);
        if (before == null || !before.source().equals(source)) {
            own.put(file, new Sheet(engine, kind, stock, source));
        }
    }

    /** Prints by our own templates alone, but for these. */
    public void keepOwn(Set<String> files) {
        own.keySet().retainAll(files);
    }

    /** The one in force. */
    public Source source(LabelKind kind, Stock stock) {
        String file = kind.file(stock);
        Sheet sheet = own.getOrDefault(file, sheet(sheets, file));
        return new Source(sheet.source(), sheet.version(), own.containsKey(file));
    }

    private static Sheet sheet(Map<String, Sheet> sheets, String file) {
        return Objects.requireNonNull(sheets.get(file), "no template");
    }

    private Sheet inForce(String file) {
        return own.getOrDefault(file, sheet(sheets, file));
    }

    private static Engine engine(String linkStem) {
        return Engine.builder()
                .addValueResolvers(ValueResolvers.mapResolver(), ValueResolvers.rawResolver())
                .addValueResolver(new FieldResolver(linkStem))
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
        Sheet sheet = inForce(dots.kind().file(stock));
        String zpl = sheet.draw(dots, data, job);
        return new Rendered(zpl, ZplReader.read(zpl), sheet.version());
    }

    /** ZPL alone, as designed; neither read back nor checked for its layout. */
    public String zpl(LabelKind kind, Stock stock, int resolution, LabelData data, String job) {
        return inForce(kind.file(stock)).draw(new Dots(kind, resolution, 0), data, job);
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
}
