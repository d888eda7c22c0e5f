package dev.lotline.operations.printing.scans;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a scan says about the paper it was read from: it is there, it is void, it was counted before. */
@Singleton
public class LabelScans {
    private final LabelScanSql sql;

    LabelScans(LabelScanSql sql) {
        this.sql = sql;
    }

    /**
     * Our label was read: that it came out is known from now on, also when nobody knew it. Ends with LABEL_VOIDED, and with
     * LABEL_ALREADY_COUNTED when another scan has counted it in the same document, unless the operator has confirmed it.
     *
     * @param serial built like ours; a label of others may be, too, and is then nothing to us
     * @param document in which it is counted; null = the scan counts nothing
     * @param confirmed codes of questions answered with yes
     */
    public Uni<Void> read(
            long warehouse,
            String serial,
            @Nullable String document,
            UUID event,
            Collection<String> confirmed,
            String actor) {
        return sql.state(warehouse, serial).chain(state -> {
            if (state == null) {
                return Uni.createFrom().voidItem();
            }
            if (state.equals("VOIDED") && !confirmed.contains(RefusalCode.LABEL_VOIDED.name())) {
                throw Refusal.of(RefusalCode.LABEL_VOIDED, "serial", serial);
            }
            return seen(warehouse, serial, null, actor, state)
                    .chain(() -> document == null
                            ? Uni.createFrom().voidItem()
                            : counted(warehouse, serial, document, event, confirmed));
        });
    }

    private Uni<Void> seen(long warehouse, String serial, @Nullable String plate, String actor, String state) {
        return state.equals("CONFIRMED") || state.equals("VOIDED")
                ? Uni.createFrom().voidItem()
                : sql.seen(warehouse, serial, plate, actor);
    }

    private Uni<Void> counted(
            long warehouse, String serial, String document, UUID event, Collection<String> confirmed) {
        boolean anyway = confirmed.contains(RefusalCode.LABEL_ALREADY_COUNTED.name());
        return sql.claim(warehouse, serial, document, event, anyway)
                .invoke(mine -> {
                    if (!mine) {
                        throw Refusal.of(RefusalCode.LABEL_ALREADY_COUNTED, "serial", serial);
                    }
                })
                .replaceWithVoid();
    }

    /** The label of a plate was read. */
    public Uni<Void> plateRead(long warehouse, String plate, String actor) {
        return sql.seen(warehouse, null, plate, actor);
    }
}
