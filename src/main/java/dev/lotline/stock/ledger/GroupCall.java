package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One call to the database for everybody who waits: what is asked while the last call runs goes down together in the
 * next one. Further calls at once are made for many only: {@value #MANY}, and half as many as are on their way, so that groups
 * stay large. No timer, a stated bound, and every caller is answered on every path.
 *
 * @param <I> a question
 * @param <O> its answer
 */
public final class GroupCall<I, O> {
    private static final int MANY = 8;

    private record Waiting<I, O>(I question, UniEmitter<? super O> caller) {}

    private final Function<List<I>, Uni<List<O>>> call;
    private final int callsAtOnce;
    private final int groupSize;
    private final ArrayBlockingQueue<Waiting<I, O>> waiting;
    private final AtomicInteger running = new AtomicInteger();

    /** Questions that are on their way. */
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param capacity how many may wait; those above are refused with {@code OVERLOADED}
     * @param call answers a group, one answer per question in the order given
     */
    public GroupCall(int callsAtOnce, int groupSize, int capacity, Function<List<I>, Uni<List<O>>> call) {
        this.callsAtOnce = callsAtOnce;
        this.groupSize = groupSize;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.call = call;
    }

    /** Fails with {@code UNAVAILABLE} when the database is away or busy. */
    public Uni<O> ask(I question) {
        return Uni.createFrom().emitter(caller -> {
            if (!waiting.offer(new Waiting<>(question, caller))) {
                caller.fail(Refusal.of(RefusalCode.OVERLOADED));
                return;
            }
            start();
        });
    }

    /** Questions that wait at the moment. */
    int waiting() {
        return waiting.size();
    }

    /** Questions that wait or are on their way. */
    int underWay() {
        return waiting.size() + asked.get();
    }

    /** Makes a call if one may be made; those that run look into the queue again when they are done. */
    private void start() {
        int now = running.get();
        while (now < callsAtOnce && worthwhile(now)) {
            if (running.compareAndSet(now, now + 1)) {
                next();
                return;
            }
            now = running.get();
        }
    }

    private boolean worthwhile(int calls) {
        int ready = waiting.size();
        return ready > 0 && (calls == 0 || ready >= Math.max(MANY, asked.get() / 2));
    }

    private void next() {
        List<Waiting<I, O>> group = new ArrayList<>(groupSize);
        waiting.drainTo(group, groupSize);
        asked.addAndGet(group.size());
        if (group.isEmpty()) {
            done(group);
            return;
        }
        together(group).subscribe().with(answered -> done(group), fault -> {
            Log.error("a group call ended in a fault that no caller was told", fault);
            group.forEach(lost -> lost.caller().fail(fault));
            done(group);
        });
    }

    private void done(List<Waiting<I, O>> group) {
        asked.addAndGet(-group.size());
        running.decrementAndGet();
        start();
    }

    private Uni<Void> together(List<Waiting<I, O>> group) {
        return Uni.createFrom()
                .deferred(() -> call.apply(group.stream().map(Waiting::question).toList()))
                .onItem()
                .invoke(answers -> answer(group, answers))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(fault -> apart(group, fault));
    }

    /** A call that failed as a whole is split in halves and made again, so that one poison question fails alone. */
    private Uni<Void> apart(List<Waiting<I, O>> group, Throwable fault) {
        Throwable told = Faults.told(fault);
        if (group.size() == 1 || !Faults.mayBeOneScan(fault)) {
            if (!(told instanceof Refusal)) {
                Log.error("a group call failed", fault);
            }
            group.forEach(lost -> lost.caller().fail(told));
            return Uni.createFrom().voidItem();
        }
        int half = group.size() / 2;
        return together(group.subList(0, half)).chain(() -> together(group.subList(half, group.size())));
    }

    private static <I, O> void answer(List<Waiting<I, O>> group, List<O> answers) {
        if (answers.size() != group.size()) {
            throw new IllegalStateException(answers.size() + " answers to " + group.size() + " questions");
        }
        for (int n = 0; n < group.size(); n++) {
            group.get(n).caller().complete(answers.get(n));
        }
    }
}
