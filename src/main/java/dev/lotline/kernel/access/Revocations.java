package dev.lotline.kernel.access;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/** For who keeps a line open: a credential is asked for when it is opened, and may be revoked before it ends. */
public interface Revocations {
    /** Which of these credentials, by name, are revoked by now. */
    CompletionStage<Set<String>> of(Set<String> names);
}
