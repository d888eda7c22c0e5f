package dev.lotline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {
    @ParameterizedTest(name = "names: {8}")
    @CsvSource(textBlock = """
        on,  on,  on,           150000, UTF8,      false, false, read committed, ''
        on,  on,  remote_apply, 170011, UTF8,      false, false, read committed, ''
        on,  on,  local,        170011, UTF8,      false, false, read committed, ''
        off, on,  on,           170011, UTF8,      false, false, read committed, fsync
        on,  off, on,           170011, UTF8,      false, false, read committed, full_page_writes
        on,  on,  off,          170011, UTF8,      false, false, read committed, synchronous_commit
        on,  on,  on,           140013, UTF8,      false, false, read committed, server_version
        on,  on,  on,           170011, SQL_ASCII, false, false, read committed, server_encoding
        on,  on,  on,           170011, UTF8,      true,  false, read committed, pg_is_in_recovery
        on,  on,  on,           170011, UTF8,      false, true,  read committed, default_transaction_read_only
        on,  on,  on,           170011, UTF8,      false, false, serializable,   default_transaction_isolation
        """)
    void each_wrong_setting_is_named_in_one_sentence(
            String fsync,
            String fullPageWrites,
            String synchronousCommit,
            int version,
            String encoding,
            boolean inRecovery,
            boolean readOnly,
            String isolation,
            String named) {
        DatabaseSettings settings = new DatabaseSettings(
                fsync, fullPageWrites, synchronousCommit, version, encoding, inRecovery, readOnly, isolation);

        List<String> problems = new ArrayList<>(settings.durabilityProblems());
        problems.addAll(settings.otherProblems());

        assertEquals(named.isEmpty() ? 0 : 1, problems.size());
        problems.forEach(problem -> assertTrue(problem.contains(named), problem));
    }
}
