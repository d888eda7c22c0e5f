package dev.lotline.bench;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.label.Samples;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelPreview;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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

    private final LabelTemplates templates = new LabelTemplates("https://id.gs1.org");
    private final Rendered drawn = pallet();

    /** Drawn, not read back. */
    @Benchmark
    public String itemLot() {
        return templates.zpl(
                LabelKind.ITEM_LOT,
                LabelKind.ITEM_LOT.stocks().get(0),
                203,
                LabelContents.of(LabelKind.ITEM_LOT, Samples.of(LabelKind.ITEM_LOT, Samples.Size.TYPICAL), IMPRINT),
                "0199f2a0-0000-7000-8000-000000000001");
    }

    /** Drawn, read back, layout checked. */
    @Benchmark
    public Rendered pallet() {
        return templates.render(
                LabelKind.PALLET,
                LabelKind.PALLET.stocks().get(0),
                203,
                LabelContents.of(LabelKind.PALLET, Samples.of(LabelKind.PALLET, Samples.Size.TYPICAL), IMPRINT),
                "0199f2a0-0000-7000-8000-000000000001");
    }

    @Benchmark
    public String preview() {
        return LabelPreview.svg(drawn.label());
    }
}
