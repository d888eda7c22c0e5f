package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.People;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may try the demo warehouse at the console: the sign-in page says how. Only where it can be reached from this
 * machine alone, and never beside prod.
 */
@Singleton
public final class DemoPeople {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    /** @param name also the account */
    public record Person(String name, String password, Role role, Scope scope) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("ana", "demo-supervisor", Role.SUPERVISOR, Scope.ALL),
            new Person("ben", "demo-supervisor", Role.SUPERVISOR, Scope.ALL),
            new Person("olga", "demo-administrator", Role.ADMIN, Scope.ALL),
            new Person("millbrook", "demo-merchant", Role.MERCHANT, new Scope(Set.of("MILLBROOK"), null)));

    private final People people;
    private final boolean open;

    DemoPeople(
            People people,
            @ConfigProperty(name = "lotline.demo") boolean demo,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.people = people;
        this.open = demo && LOOPBACK.contains(host) && !ConfigUtils.isProfileActive("prod");
    }

    void add(@ObservesAsync HttpServerStart start) {
        Multi.createFrom()
                .iterable(all())
                .onItem()
                .transformToUniAndConcatenate(person -> Uni.createFrom()
                        .completionStage(
                                () -> people.add(person.name(), person.role(), person.password(), person.scope())))
                .subscribe()
                .with(added -> {}, fault -> Log.error("the people of the demo can't sign in", fault));
    }

    /** Empty outside the demo. */
    public List<Person> all() {
        return open ? PEOPLE : List.of();
    }
}
