package dev.lotline.operations.sheets;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Answers that are files. Each holds a connection to the database for as long as it is being read, so only four are on
 * their way at once.
 */
@Singleton
public final class SheetFiles {
    private static final int MOST = 4;

    private final Semaphore free = new Semaphore(MOST);

    /** Ends with OVERLOADED, or with whatever refusal stands before the first row. */
    public <S, T> RestMulti<byte[]> csv(Sheet<T> sheet, Uni<S> source, Function<S, Multi<List<T>>> chunks) {
        return answer(source, found -> sheet.csv(chunks.apply(found)), sheet.name() + ".csv");
    }

    /** Ends with OVERLOADED, or with whatever refusal stands before the first row. */
    public <S, T> RestMulti<byte[]> xlsx(Sheet<T> sheet, Uni<S> source, Function<S, Multi<List<T>>> chunks) {
        return answer(source, found -> sheet.xlsx(chunks.apply(found)), sheet.name() + ".xlsx");
    }

    private <S> RestMulti<byte[]> answer(Uni<S> source, Function<S, Multi<byte[]>> file, String name) {
        return answer(source, file, found -> name);
    }

    /** A file under a name of its own, ending included. Ends with OVERLOADED, or with a refusal of the source. */
    public <S> RestMulti<byte[]> answer(Uni<S> source, Function<S, Multi<byte[]>> file, Function<S, String> name) {
        return RestMulti.fromUniResponse(
                source.map(found -> {
                    if (!free.tryAcquire()) {
                        throw Refusal.of(RefusalCode.OVERLOADED);
                    }
                    return found;
                }),
                found -> {
                    AtomicBoolean held = new AtomicBoolean(true);
                    return file.apply(found).onTermination().invoke(() -> {
                        if (held.getAndSet(false)) {
                            free.release();
                        }
                    });
                },
                found -> Map.of(
                        "Content-Disposition",
                        List.of("attachment; filename=\"" + name.apply(found).replace(' ', '-') + "\"")));
    }
}
