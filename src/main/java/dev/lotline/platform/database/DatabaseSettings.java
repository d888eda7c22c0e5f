package dev.lotline.platform.database;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pooled connection said about its server, and what of it would make Lotline break its promises.
 *
 * @param synchronousCommit as it counts for this session, after role and database level
 */
record DatabaseSettings(
        String fsync,
        String fullPageWrites,
        String synchronousCommit,
        int serverVersion,
        String encoding,
        boolean inRecovery,
        boolean readOnly,
        String isolation) {
    private static final int OLDEST_VERSION = 150_000;

    /** One sentence that names each setting under which an acknowledged scan could be lost; empty = none. */
    List<String> durabilityProblems() {
        List<String> problems = new ArrayList<>();
        if (!"on".equals(fsync)) {
            problems.add("PostgreSQL's fsync is " + fsync + ": acknowledged scans could be lost; set it to on.");
        }
        if (!"on".equals(fullPageWrites)) {
            problems.add("PostgreSQL's full_page_writes is " + fullPageWrites
                    + ": a power cut could damage tables; set it to on.");
        }
        if ("off".equals(synchronousCommit)) {
            problems.add("PostgreSQL's synchronous_commit is off for this user or database: acknowledged scans could be"
                    + " lost; set it to on.");
        }
        return problems;
    }

    /** One sentence that names each setting with which Lotline can't work; empty = none. */
    List<String> otherProblems() {
        List<String> problems = new ArrayList<>();
        if (serverVersion < OLDEST_VERSION) {
            problems.add("PostgreSQL's server_version is " + serverVersion / 10_000 + ": Lotline needs 15 or newer.");
        }
        if (!"UTF8".equals(encoding)) {
            problems.add("The database's server_encoding is " + encoding + ": create it with ENCODING 'UTF8'.");
        }
        if (inRecovery) {
            problems.add("The server is a standby (pg_is_in_recovery): point lotline.db.url at the primary.");
        }
        if (readOnly) {
            problems.add("default_transaction_read_only is on for this user or database: set it to off.");
        }
        if (!"read committed".equals(isolation)) {
            problems.add("default_transaction_isolation is " + isolation + ": set it to read committed.");
        }
        return problems;
    }
}
