package dev.lotline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    @Test
    void only_what_the_failure_needs_is_left() throws Exception {
        Sequence failing = Sequence.of(7, 50);
        long holds = failing.ops().stream().filter(op -> op instanceof Op.Order).count();
        assertTrue(holds >= 2, failing.toString());
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
        String said = Shrinking.shrink(failing, each -> each.expected().stream()
                        .anyMatch(step -> step.answer().equals("OK STOWED")))
                .toString();
        assertEquals(
                List.of("seed 7", "I0", "I1", "Announce OK ANNOUNCED", "Receive OK RECEIVED", "Stow OK STOWED"),
                said.lines()
                        .map(line -> line.strip().replaceAll(",.*|: .*", "").replaceAll("\\[.* →", ""))
                        .toList(),
                said);
    }
}
