package dev.lotline.kernel.access;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import java.util.concurrent.CompletionStage;

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
}
