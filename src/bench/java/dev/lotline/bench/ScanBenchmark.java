package dev.lotline.bench;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanReader;
import java.time.LocalDate;
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

/** Scans per second on one core: normalised, parsed, pair rules checked, turned into values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScanBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final char GS = ElementString.GS;

    private final ScanReader reader = new ScanReader();
    private final RawScan carton = RawScan.of("]d2010950400005910117261231" + "10AB-123" + GS + "3024");
    private final RawScan link = RawScan.of("]Q1https://id.gs1.org/01/09504000059101/10/AB-123?17=261231&30=24");
    private final RawScan longLink =
            RawScan.of("https://id.gs1.org/" + "x".repeat(1_920) + "/01/09504000059101/10/AB-123");
    private final RawScan full = RawScan.of("]d2" + elements());
    private final RawScan longest = RawScan.of("9".repeat(RawScan.MAX_LENGTH));

    @Benchmark
    public Reading carton() {
        return reader.read(carton, TODAY);
    }

    @Benchmark
    public ElementString.Parsed cartonParseOnly() {
        return ElementString.parse(carton.data().substring(3), AiTable.builtIn(), TODAY);
    }

    @Benchmark
    public Reading link() {
        return reader.read(link, TODAY);
    }

    @Benchmark
    public Reading linkOf2000Characters() {
        return reader.read(longLink, TODAY);
    }

    @Benchmark
    public Reading sixtyFourElements() {
        return reader.read(full, TODAY);
    }

    @Benchmark
    public Reading digits7089() {
        return reader.read(longest, TODAY);
    }

    /** As many as are read, all different. */
    private static String elements() {
        StringBuilder text = new StringBuilder("01").append("09504000059101");
        for (int n = 0; n < 63; n++) {
            int code = n < 53 ? 3_100 + n / 6 * 10 + n % 6 : 7_230 + n - 53;
            text.append(code).append(n < 53 ? "001250" : "EMABC" + GS);
        }
        return text.toString();
    }
}
