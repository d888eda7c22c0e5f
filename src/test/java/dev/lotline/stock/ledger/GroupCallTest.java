package dev.lotline.stock.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who waits goes down together; nobody who is alone waits for company, and nobody is forgotten. */
class GroupCallTest {
    private record Call(List<Integer> questions, UniEmitter<? super List<Integer>> end) {
        void answer() {
            end.complete(questions.stream().map(n -> -n).toList());
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final GroupCall<Integer, Integer> group = new GroupCall<>(2, 64, 100, this::call);

    private Uni<List<Integer>> call(List<Integer> questions) {
        return Uni.createFrom().emitter(end -> calls.add(new Call(questions, end)));
    }

    private CompletableFuture<Integer> ask(int n) {
        return group.ask(n).subscribeAsCompletionStage();
    }

    private List<CompletableFuture<Integer>> ask(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::ask).toList();
    }

    @Test
    void a_lone_question_goes_at_once_and_a_few_wait_for_its_answer() {
        CompletableFuture<Integer> first = ask(1);
        List<CompletableFuture<Integer>> few = ask(2, 8);
        assertEquals(1, calls.size());
        calls.get(0).answer();
        assertEquals(-1, first.join());
        assertEquals(List.of(2, 3, 4, 5, 6, 7, 8), calls.get(1).questions());
        calls.get(1).answer();
        assertTrue(few.stream().allMatch(CompletableFuture::isDone));
    }

    @Test
    void many_are_asked_for_while_the_last_call_runs() {
        ask(1);
        ask(2, 9);
        assertEquals(List.of(2, 3, 4, 5, 6, 7, 8, 9), calls.get(1).questions());
        List<CompletableFuture<Integer>> third = ask(10, 29);
        assertEquals(2, calls.size(), "two calls at once are the most");
        calls.get(1).answer();
        assertEquals(20, calls.get(2).questions().size());
        calls.get(0).answer();
        calls.get(2).answer();
        assertTrue(third.stream().allMatch(CompletableFuture::isDone));
    }

    @Test
    void a_second_call_is_made_for_half_as_many_as_are_on_their_way() {
        ask(1);
        ask(2, 40);
        calls.get(0).answer();
        assertEquals(31, calls.get(2).questions().size());
        calls.get(1).answer();
        ask(41, 54);
        assertEquals(3, calls.size(), "14 are fewer than half of 31");
        ask(55);
        assertEquals(15, calls.get(3).questions().size());
    }

    @Test
    void a_poison_question_fails_alone() {
        ask(1);
        List<CompletableFuture<Integer>> pair = ask(2, 3);
        calls.get(0).answer();
        calls.get(1).end().fail(poison());
        calls.get(2).answer();
        calls.get(3).end().fail(poison());
        assertEquals(-2, pair.get(0).join());
        assertThrows(CompletionException.class, pair.get(1)::join);
    }

    private static PgException poison() {
        return new PgException("poison", "ERROR", "P0001", "");
    }

    @Test
    void who_is_too_many_is_told_at_once() {
        GroupCall<Integer, Integer> narrow = new GroupCall<>(1, 1, 1, this::call);
        List<CompletableFuture<Integer>> held = List.of(
                narrow.ask(1).subscribeAsCompletionStage(), narrow.ask(2).subscribeAsCompletionStage());
        CompletionException full =
                assertThrows(CompletionException.class, narrow.ask(3).subscribeAsCompletionStage()::join);
        assertEquals(RefusalCode.OVERLOADED, ((Refusal) full.getCause()).code());
        assertTrue(held.stream().noneMatch(CompletableFuture::isDone));
    }

    @Test
    void turns_are_taken_in_order_and_end_with_the_work_however_it_ends() {
        Turns turns = new Turns(1);
        List<Integer> begun = new ArrayList<>();
        List<UniEmitter<? super Integer>> ends = new ArrayList<>();
        List<CompletableFuture<Integer>> works = IntStream.range(0, 3)
                .mapToObj(n -> turns.take(Uni.createFrom().<Integer>emitter(end -> {
                            begun.add(n);
                            ends.add(end);
                        }))
                        .subscribeAsCompletionStage())
                .toList();
        assertEquals(List.of(0), begun);
        ends.get(0).fail(new IllegalStateException("its end"));
        assertEquals(List.of(0, 1), begun);
        ends.get(1).complete(1);
        ends.get(2).complete(2);
        assertTrue(works.get(0).isCompletedExceptionally());
        assertEquals(2, works.get(2).join());
    }
}
