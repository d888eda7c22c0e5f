package dev.lotline.edge.floor.resolve;

import dev.lotline.edge.floor.resolve.KnownLotSql.Known;
import dev.lotline.edge.floor.resolve.SeparatorRules.Split;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a label has lost a separator, by the lots that the item has. Asks the database only for the rare label
 * that could be split, so that a usual scan costs nothing more.
 */
@Singleton
public class Suspicions {
    /** Another reading of a label. {@code strong} = its lot is in stock or announced; else its date is plausible. */
    public record Suspicion(List<Element> elements, String lot, boolean strong) {}

    private final KnownLotSql sql;

    Suspicions(KnownLotSql sql) {
        this.sql = sql;
    }

    /** True for a label that could be read in another way too. */
    public static boolean worthAsking(Reading reading, LocalDate today) {
        return !new SeparatorRules(today).splits(reading).isEmpty();
    }

    /** The other readings that have evidence, strong ones first; empty for a sound label. */
    public Uni<List<Suspicion>> of(Reading reading, LocalDate today, Scope scope) {
        List<Split> splits = new SeparatorRules(today).splits(reading);
        String gtin = splits.isEmpty() ? null : gtin(splits.get(0));
        if (splits.isEmpty() || gtin == null) {
            return Uni.createFrom().item(dated(splits));
        }
        List<String> numbers = splits.stream()
                .flatMap(split -> Stream.of(split.head(), split.whole()))
                .distinct()
                .toList();
        return sql.known(gtin, numbers, scope).map(known -> judged(splits, known));
    }

    /**
     * Ends with SUSPECT_MISSING_GS when the label has most likely lost a separator, and with BARCODE_UNREADABLE when it
     * can't be read as it is.
     */
    public Uni<Boolean> refuse(Reading reading, LocalDate today, Scope scope) {
        return of(reading, today, scope).map(found -> {
            if (found.isEmpty()) {
                LabelReader.meaning(reading);
                return true;
            }
            Suspicion first = found.get(0);
            throw Refusal.of(
                    RefusalCode.SUSPECT_MISSING_GS,
                    Map.of(
                            "lot", first.lot(),
                            "scanned",
                                    Objects.requireNonNullElse(reading.meaning().lot(), reading.canonical()),
                            "alternatives", found.stream().map(Suspicions::ais).toList()));
        });
    }

    static List<List<String>> ais(Suspicion suspicion) {
        return suspicion.elements().stream()
                .map(element -> List.of(element.ai(), element.value()))
                .toList();
    }

    static List<Suspicion> judged(List<Split> splits, Known known) {
        return splits.stream()
                .filter(split -> !known.all().contains(split.whole()))
                .map(split -> suspicion(split, known.here().contains(split.head())))
                .filter(found -> found != null)
                .sorted(Comparator.comparing(found -> !found.strong()))
                .toList();
    }

    private static List<Suspicion> dated(List<Split> splits) {
        return splits.stream()
                .filter(Split::dated)
                .map(split -> new Suspicion(split.elements(), split.head(), false))
                .toList();
    }

    private static @Nullable Suspicion suspicion(Split split, boolean here) {
        boolean lot = split.ai().equals("10");
        if (lot && here) {
            return new Suspicion(split.elements(), split.head(), true);
        }
        return split.dated() ? new Suspicion(split.elements(), split.head(), false) : null;
    }

    private static @Nullable String gtin(Split split) {
        return split.elements().stream()
                .filter(element -> element.ai().equals("01") || element.ai().equals("02"))
                .map(Element::value)
                .findFirst()
                .orElse(null);
    }
}
