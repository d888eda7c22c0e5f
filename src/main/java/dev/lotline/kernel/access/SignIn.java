package dev.lotline.kernel.access;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sessions of people at the console. Each stage ends with OVERLOADED when too many passwords wait to be compared. */
public interface SignIn {
    /** Name of the identity's attribute that holds the token which every form of a session must send back. */
    String FORM_TOKEN = "csrf";

    /** Characters of the shortest password. */
    int SHORTEST_PASSWORD = 12;

    /** Bytes of the longest in UTF-8: bcrypt reads no more. */
    int LONGEST_PASSWORD = 72;

    /** What the cookie is called. The prefix makes browsers hold it to this host and to encrypted requests. */
    static String cookieName(boolean encrypted) {
        return encrypted ? "__Host-lotline" : "lotline";
    }

    /**
     * A session for who knows the password.
     *
     * @return what its cookie holds; null for an unknown name, a wrong password, a disabled person and one who has to
     *     wait: nobody is told which
     */
    CompletionStage<@Nullable String> open(String name, String password);

    /** Which of these cookies belong to a session that is not over. Looking does not make it last longer. */
    CompletionStage<Set<String>> stillOpen(Set<String> cookies);

    /** Whether this is the person's password, asked again before a dangerous act; wrong ones are counted as at the door. */
    CompletionStage<Boolean> knows(String name, String password);

    /** Ends the session of this cookie, now and everywhere; nothing happens when there is none. */
    CompletionStage<Void> close(String cookie);

    /**
     * A new password ends every session of the person.
     *
     * @return false when the old one is wrong
     */
    CompletionStage<Boolean> change(String name, String old, String password);
}
