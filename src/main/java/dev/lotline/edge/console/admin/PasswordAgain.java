package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.access.SignIn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Asks who sits there once more, before something that can't be taken back: a session may have been left open. */
@RequestScoped
class PasswordAgain {
    private final SignIn signIn;
    private final Frame frame;

    PasswordAgain(SignIn signIn, Frame frame) {
        this.signIn = signIn;
        this.frame = frame;
    }

    /** Ends with FORBIDDEN. */
    Uni<Void> confirm(@Nullable String password) {
        String given = password == null ? "" : password;
        if (given.isEmpty() || given.length() > SignIn.LONGEST_PASSWORD) {
            throw no();
        }
        return Uni.createFrom()
                .completionStage(() -> signIn.knows(frame.actor().name(), given))
                .invoke(right -> {
                    if (!right) {
                        throw no();
                    }
                })
                .replaceWithVoid();
    }

    private static Refusal no() {
        return Refusal.of(RefusalCode.FORBIDDEN, "needs", "your password");
    }
}
