package dev.lotline.platform.session;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.Token;
import dev.lotline.kernel.access.People;
import dev.lotline.kernel.access.SignIn;
import dev.lotline.platform.session.SessionSql.Holder;
import dev.lotline.platform.session.SessionSql.Person;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opaque sessions, looked up with every request: what is ended here is ended everywhere at once. */
@Singleton
public final class Sessions implements SignIn, People {
    private final Passwords passwords;
    private final SessionSql sql;
    private final PeopleSql people;

    Sessions(Passwords passwords, SessionSql sql, PeopleSql people) {
        this.passwords = passwords;
        this.sql = sql;
        this.people = people;
    }

    @Override
    public CompletionStage<@Nullable String> open(String name, String password) {
        return known(name, password)
                .chain(person -> person == null ? Uni.createFrom().nullItem() : opened(person))
                .subscribeAsCompletionStage();
    }

    /** Who has this name and password and need not wait; a wrong password is counted. */
    private Uni<@Nullable Person> known(String name, String password) {
        return sql.person(name.toLowerCase(Locale.ROOT))
                .chain(person -> passwords
                        .match(password, person == null || person.locked() ? null : person.passwordHash())
                        .chain(right -> {
                            if (right) {
                                return Uni.createFrom().item(person);
                            }
                            return person == null || person.locked()
                                    ? Uni.createFrom().nullItem()
                                    : sql.failed(person).replaceWith((Person) null);
                        }));
    }

    private Uni<@Nullable String> opened(Person person) {
        Token cookie = Token.make(Role.SUPERVISOR);
        return sql.opened(person, cookie.hash(), Token.make(Role.SUPERVISOR).text())
                .replaceWith(cookie.text());
    }

    @Override
    public CompletionStage<Boolean> knows(String name, String password) {
        return known(name, password).map(Objects::nonNull).subscribeAsCompletionStage();
    }

    /** Whose cookie this is, or null when its session is over or never was. */
    Uni<@Nullable Holder> holder(String cookie) {
        return sql.holder(Token.hash(cookie));
    }

    @Override
    public CompletionStage<Set<String>> stillOpen(Set<String> cookies) {
        Map<String, String> byHash = cookies.stream()
                .collect(Collectors.toMap(cookie -> HexFormat.of().formatHex(Token.hash(cookie)), Function.identity()));
        return sql.open(byHash.keySet())
                .map(open -> open.stream().map(byHash::get).collect(Collectors.toSet()))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> close(String cookie) {
        return sql.closed(Token.hash(cookie)).subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> change(String name, String old, String password) {
        return known(name, old)
                .chain(person -> person == null
                        ? Uni.createFrom().item(false)
                        : passwords
                                .hash(password)
                                .chain(hash -> sql.changed(person, hash))
                                .replaceWith(true))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> add(String name, Role role, String password, Scope scope) {
        return passwords
                .hash(password)
                .chain(hash -> sql.added(name, role, hash, scope))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> disable(String name) {
        return sql.disabled(name).subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> reset(String name, String password) {
        return sql.person(name)
                .chain(person -> person == null
                        ? Uni.createFrom().item(false)
                        : passwords
                                .hash(password)
                                .chain(hash -> sql.changed(person, hash))
                                .replaceWith(true))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<List<People.Listed>> page(String afterName, int rows) {
        return people.page(afterName, rows).subscribeAsCompletionStage();
    }
}
