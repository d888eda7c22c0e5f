package dev.lotline.kernel;

import java.security.Principal;
import java.util.Set;

/**
 * Who does something: the credential's name, its role, what it may do and where. {@code device} is the handheld or, for
 * other credentials, a virtual device of that credential.
 */
public record Actor(String name, Role role, Set<Capability> capabilities, Scope scope, String device)
        implements Principal {

    @Override
    public String getName() {
        return name;
    }

    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }
}
