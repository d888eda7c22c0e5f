package dev.lotline.operations.plates;

import dev.lotline.gs1.Sscc;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The house's own SSCCs. Serials are taken from the database in blocks, committed before the first of them is given
 * out: what a process that dies had left is a gap, and no number is ever given twice.
 */
@Singleton
public class SsccNumbers {
    private static final int BLOCK = 100;
    private static final int DIGITS = 16;

    /** Serials from {@code next} to before {@code beyond}. */
    static final class Block {
        private final int extension;
        private final long beyond;
        private long next;

        Block(int extension, long first, long beyond) {
            this.extension = extension;
            this.next = first;
            this.beyond = beyond;
        }
    }

    private final SsccSql sql;
    private final Map<String, Queue<Block>> blocks = new HashMap<>();

    SsccNumbers(SsccSql sql) {
        this.sql = sql;
    }

    /** The next code of this company prefix. Ends with SSCC_EXHAUSTED when it has no range, or none with serials left. */
    public Uni<String> next(String companyPrefix) {
        @Nullable String ready = take(companyPrefix, null);
        if (ready != null) {
            return Uni.createFrom().item(ready);
        }
        return sql.block(companyPrefix, BLOCK).map(block -> {
            @Nullable String code = block == null ? null : take(companyPrefix, block);
            if (code == null) {
                throw Refusal.of(RefusalCode.SSCC_EXHAUSTED, "prefix", companyPrefix);
            }
            return code;
        });
    }

    /**
     * Opens a range of serials. The same again changes nothing: serials that were given out are not given out again.
     * Ends with VALIDATION_FAILED.
     *
     * @param first the first serial, 0 unless other software has used some
     */
    public Uni<Void> open(String companyPrefix, @Nullable Integer extension, @Nullable Long first) {
        FieldCheck check = new FieldCheck()
                .that(companyPrefix.matches("[0-9]{4,12}"), "prefix", "must be 4 to 12 digits")
                .that(extension != null && extension >= 0 && extension <= 9, "extension", "must be 0 to 9");
        check.done();
        long beyond = Math.round(Math.pow(10, DIGITS - companyPrefix.length()));
        long start = first == null ? 0 : first;
        check.that(start >= 0 && start < beyond, "first", "must be between 0 and " + (beyond - 1))
                .done();
        return sql.open(companyPrefix, extension == null ? 0 : extension, start, beyond);
    }

    private synchronized @Nullable String take(String companyPrefix, @Nullable Block more) {
        Queue<Block> left = blocks.computeIfAbsent(companyPrefix, prefix -> new ArrayDeque<>());
        if (more != null) {
            left.add(more);
        }
        @Nullable Block block = left.peek();
        if (block == null) {
            blocks.remove(companyPrefix);
            return null;
        }
        String code = Sscc.of(block.extension, companyPrefix, block.next).digits();
        block.next++;
        if (block.next == block.beyond) {
            left.remove();
        }
        return code;
    }
}
