package dev.lotline.edge.console.places;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.catalog.LocationBody;
import dev.lotline.operations.catalog.Locations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at a table of places line by line, and brings it in when nothing is wrong with it. */
@RequestScoped
class PlaceImport {
    private static final Pattern PLACE = Pattern.compile("places\\[(\\d+)]\\.(.*)");

    private final Frame frame;

    PlaceImport(Frame frame) {
        this.frame = frame;
    }

    /** What becomes of a place. */
    public enum Fate {
        MADE,
        CHANGED,
        SAME,
        WRONG
    }

    /** @param words what is wrong; null = nothing */
    public record Verdict(
            int line, String code, Fate fate, @Nullable String words) {}

    /** @param wanted null = nothing is to be written */
    private record Read(PlaceLine line, @Nullable LocationBody wanted, Verdict verdict) {}

    /** All lines with what becomes of each; they are brought in unless it is {@code dry} or any line is wrong. */
    Uni<List<Verdict>> bring(String warehouse, List<PlaceLine> lines, boolean dry) {
        List<String> codes = lines.stream().map(PlaceLine::code).distinct().toList();
        return Locations.find(warehouse, codes, frame.actor().scope()).chain(there -> {
            List<Read> read = read(lines, there);
            List<Read> sound =
                    read.stream().filter(each -> each.wanted() != null).toList();
            boolean good = read.stream().noneMatch(each -> each.verdict().fate() == Fate.WRONG);
            List<LocationBody> wanted = sound.stream().map(Read::wanted).toList();
            return Locations.putAll(
                            warehouse, wanted, dry || !good, frame.actor().scope())
                    .map(done -> read.stream().map(Read::verdict).toList())
                    .onFailure(Refusal.class)
                    .recoverWithItem(no -> told(read, sound, (Refusal) no));
        });
    }

    private List<Read> read(List<PlaceLine> lines, Map<String, LocationBody> there) {
        Map<String, Integer> first = new HashMap<>();
        List<Read> read = new ArrayList<>();
        for (PlaceLine line : lines) {
            Integer earlier = first.putIfAbsent(line.code(), line.n());
            LocationBody present = there.get(line.code());
            try {
                if (earlier != null) {
                    throw PlaceLine.twice(earlier);
                }
                read.add(read(line, present));
            } catch (Refusal no) {
                read.add(new Read(line, null, wrong(line, no)));
            }
        }
        return read;
    }

    /** A place that stays as it is is not written: not even the house's own, which nobody may change. */
    private static Read read(PlaceLine line, @Nullable LocationBody present) {
        LocationBody wanted = line.over(present);
        if (present != null && wanted.sameAs(present)) {
            return new Read(line, null, new Verdict(line.n(), line.code(), Fate.SAME, null));
        }
        wanted.check(line.code());
        Fate fate = present == null ? Fate.MADE : Fate.CHANGED;
        return new Read(line, wanted, new Verdict(line.n(), line.code(), fate, null));
    }

    private Verdict wrong(PlaceLine line, Refusal no) {
        String words = no.violations().isEmpty()
                ? frame.sentence(no)
                : String.join(
                        " ",
                        no.violations().stream()
                                .map(each -> each.field() + " " + each.message())
                                .toList());
        return new Verdict(line.n(), line.code(), Fate.WRONG, words);
    }

    /** Puts what the books refused to its line; what belongs to none goes on as it is. */
    private List<Verdict> told(List<Read> read, List<Read> sound, Refusal no) {
        String field = no.violations().isEmpty()
                ? String.valueOf(no.facts().get("field"))
                : no.violations().get(0).field();
        Matcher place = PLACE.matcher(field);
        if (!place.matches()) {
            throw no;
        }
        PlaceLine line = sound.get(Integer.parseInt(place.group(1))).line();
        Refusal said = no.violations().isEmpty()
                ? Refusal.of(no.code(), "field", place.group(2))
                : Refusal.invalid(place.group(2), no.violations().get(0).message());
        return read.stream()
                .map(each -> each.line() == line ? wrong(line, said) : each.verdict())
                .toList();
    }
}
