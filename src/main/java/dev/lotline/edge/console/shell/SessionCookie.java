package dev.lotline.edge.console.shell;

import dev.lotline.kernel.access.SignIn;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

/** The cookie of a session: no script reads it, no other site sends it. */
final class SessionCookie {
    private SessionCookie() {}

    static NewCookie of(String value, boolean encrypted) {
        return builder(value, encrypted).build();
    }

    /** What makes a browser forget it. */
    static NewCookie none(boolean encrypted) {
        return builder("", encrypted).maxAge(0).build();
    }

    private static NewCookie.Builder builder(String value, boolean encrypted) {
        return new NewCookie.Builder(SignIn.cookieName(encrypted))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(SameSite.STRICT);
    }
}
