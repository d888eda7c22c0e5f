package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of a plan, each from a day on. */
public final class PlanBook {
    /**
     * @param id by which a segment names it
     * @param n the number that people know it by
     * @param from the first day it holds for
     */
    public record Version(long id, int n, LocalDate from, RatePlan plan) {
        /** The rule of this code, which what was measured under this version has. */
        public Rule rule(String code) {
            return plan.rule(code)
                    .orElseThrow(() -> new IllegalStateException("no rule " + code + " in version " + id));
        }
    }

    private final List<Version> versions;
    private final Map<Long, Version> byId;

    /** @param versions earliest first */
    public PlanBook(List<Version> versions) {
        this.versions = List.copyOf(versions);
        this.byId = versions.stream().collect(Collectors.toMap(Version::id, Function.identity()));
    }

    public static PlanBook of(RatePlan plan) {
        return new PlanBook(List.of(new Version(0, 1, LocalDate.MIN, plan)));
    }

    /** Earliest first. */
    public List<Version> versions() {
        return versions;
    }

    /** The same, with another version from its day on. */
    public PlanBook with(Version other) {
        return new PlanBook(Stream.concat(
                        versions.stream().filter(version -> version.from().isBefore(other.from())), Stream.of(other))
                .toList());
    }

    /** Whether a rule of any version asks for something. */
    public boolean asks(Predicate<Rule> which) {
        return versions.stream()
                .flatMap(version -> version.plan().rules().stream())
                .anyMatch(which);
    }

    public Optional<Version> on(LocalDate day) {
        return versions.stream().filter(version -> !version.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    public Version version(long id) {
        Version found = byId.get(id);
        if (found == null) {
            throw new IllegalStateException("no version " + id + " in this book");
        }
        return found;
    }
}
