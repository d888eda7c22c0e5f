package dev.lotline.stock.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An organisation whose goods are in the house: the manufacturer who runs it, or a customer of the house. */
@Entity
public class Owner extends PanacheEntityBase {
    /** Whether it runs the house or is a merchant in it. */
    public enum Kind {
        MANUFACTURER,
        CUSTOMER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(updatable = false)
    public String code;

    @Column
    public String name;

    @Column
    @Enumerated(EnumType.STRING)
    public Kind kind;

    public static Uni<@Nullable Owner> named(String code) {
        return find("code", code).firstResult();
    }

    /** By code; {@code codes} null = all. */
    public static Uni<List<Owner>> page(@Nullable Set<String> codes, String after, int limit) {
        return codes == null
                ? Owner.<Owner>find("code > ?1 order by code", after)
                        .range(0, limit - 1)
                        .list()
                : Owner.<Owner>find("code > ?1 and code in ?2 order by code", after, codes)
                        .range(0, limit - 1)
                        .list();
    }
}
