package dev.lotline.bench;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.label.Samples;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelPreview;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Labels per second on one core, from the payload of the job on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LabelBenchmark {
    private static final Imprint IMPRINT = new Imprint("000000017A", 0, Locale.ENGLISH);

    /** At the level of the application; where nobody has set one, every expression is written down for a log to come. */
    private static final Logger QUTE = Logger.getLogger("io.quarkus.qute");

    static {
        QUTE.setLevel(Level.INFO);
    }

    private final LabelTemplates templates = new LabelTemplates("https://id.gs1.org");
    private final Map<String, String> goods = Samples.of(LabelKind.ITEM_LOT, Samples.Size.TYPICAL);
    private final Map<String, String> unit = Samples.of(LabelKind.PALLET, Samples.Size.TYPICAL);
    private final Rendered drawn = pallet();

    /** Drawn, not read back. */
    @Benchmark
    public String itemLot() {
        return templates.zpl(
                LabelKind.ITEM_LOT,
                LabelKind.ITEM_LOT.stocks().get(0),
                203,
                LabelContents.of(LabelKind.ITEM_LOT, goods, IMPRINT),
                "0199f2a0-0000-7000-8000-000000000001");
    }

    /** The largest, drawn, not read back. */
    @Benchmark
    public String palletDrawn() {
        return templates.zpl(
                LabelKind.PALLET,
                LabelKind.PALLET.stocks().get(0),
                203,
                LabelContents.of(LabelKind.PALLET, unit, IMPRINT),
                "0199f2a0-0000-7000-8000-000000000001");
    }

    /** Drawn, read back, layout checked. */
    @Benchmark
    public Rendered pallet() {
        return templates.render(
                LabelKind.PALLET,
                LabelKind.PALLET.stocks().get(0),
                203,
                LabelContents.of(LabelKind.PALLET, unit, IMPRINT),
                "0199f2a0-0000-7000-8000-000000000001");
    }

    @Benchmark
    public String preview() {
        return LabelPreview.svg(drawn.label());
    }
}
