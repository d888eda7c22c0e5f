package dev.lotline.kernel.access;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Who may sign in at the console. */
public interface People {
    /**
     * Adds a person.
     *
     * @param name in lower case
     * @return false when the name is taken, also by somebody who was disabled
     */
    CompletionStage<Boolean> add(String name, Role role, String password, Scope scope);

    /**
     * Ends every session of a person and opens no more.
     *
     * @return false when there is no such person
     */
    CompletionStage<Boolean> disable(String name);

    /**
     * Gives a person another password, which ends all sessions and forgives wrong ones.
     *
     * @return false when there is nobody of that name who may sign in
     */
    CompletionStage<Boolean> reset(String name, String password);

    /** By name, disabled ones too. */
    CompletionStage<List<Listed>> page(String afterName, int rows);

    /**
     * Somebody as they are listed, never a password.
     *
     * @param owners codes; null = all, likewise the warehouses
     * @param lastSeen when a session was last used; null = none is kept
     * @param waits too many wrong passwords: has to wait
     */
    record Listed(
            String name,
            Role role,
            @Nullable List<String> owners,
            @Nullable List<String> warehouses,
            OffsetDateTime addedAt,
            @Nullable OffsetDateTime lastSeen,
            @Nullable OffsetDateTime disabledAt,
            boolean waits) {}
}
