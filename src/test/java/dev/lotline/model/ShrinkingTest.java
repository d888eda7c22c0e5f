package dev.lotline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    @Test
    void only_what_the_failure_needs_is_left() throws Exception {
        Sequence failing = Sequence.of(7, 50);
        long orders =
                failing.ops().stream().filter(op -> op instanceof Op.Order).count();
        assertTrue(orders >= 2, failing.toString());
        Sequence shortest = Shrinking.shrink(
                failing,
                each -> each.ops().stream().filter(op -> op instanceof Op.Order).count() >= 2
                        && each.ops().get(0) instanceof Op.Announce);
        assertEquals(
                List.of("Announce", "Order", "Order"),
                shortest.ops().stream().map(op -> op.getClass().getSimpleName()).toList());
    }

    @Test
    void what_is_left_is_said_in_words_a_person_can_play() throws Exception {
        Sequence failing = Sequence.of(7, 50);
        String said = Shrinking.shrink(
                        failing,
                        each -> each.expected().stream()
                                .anyMatch(step -> step.answer().equals("OK STOWED")))
                .toString();
        List<String> lines = said.lines().toList();
        assertTrue(lines.get(0).startsWith("seed 7, priorities"), said);
        assertTrue(lines.get(3).startsWith("  Announce[warehouse="), said);
        assertTrue(lines.get(lines.size() - 1).matches("  Stow.document=0, row=0, place=., units=.*→ OK STOWED"), said);
        assertTrue(lines.size() <= 3 + 4, said);
    }
}
