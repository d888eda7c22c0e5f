package dev.lotline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operations on a house, and what the model says to each. */
record Sequence(long seed, Plan plan, List<Op> ops) {
    /** @param answer the verdict and code that must come; @param figures the books that must stand afterwards */
    record Step(Op op, Map<String, Object> words, String answer, String figures) {}

    static Sequence of(long seed, int length) {
        Random random = new Random(seed);
        Plan plan = Plan.of(random);
        Model model = new Model(plan);
        Dice dice = new Dice(random, model.house);
        List<Op> ops = new ArrayList<>();
        while (ops.size() < length) {
            Op op = dice.next();
            model.play(op);
            ops.add(op);
        }
        return new Sequence(seed, plan, ops);
    }

    Sequence with(List<Op> others) {
        return new Sequence(seed, plan, List.copyOf(others));
    }

    /** Operations that mean nothing in this house are left out. */
    List<Step> expected() {
        Model model = new Model(plan);
        List<Step> steps = new ArrayList<>();
        for (Op op : ops) {
            if (model.knows(op)) {
                Map<String, Object> words = Steps.of(op, model.house);
                String answer = model.play(op).toString();
                steps.add(new Step(op, words, answer, Figures.of(model.house)));
            }
        }
        return steps;
    }

    /** As a person reads it. */
    @Override
    public String toString() {
        return "seed " + seed + ", priorities " + plan.priorities() + "\n"
                + IntStream.range(0, plan.items().size())
                        .mapToObj(n -> "  I" + n + ": " + plan.items().get(n))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + expected().stream()
                        .map(step -> "  " + step.op() + " → " + step.answer())
                        .collect(Collectors.joining("\n"));
    }
}
