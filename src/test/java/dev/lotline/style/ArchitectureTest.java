package dev.lotline.style;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lotline.edge.graphql.door.Caller;
import dev.lotline.kernel.Needs;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.NullMarked;

/** The floors: arrows only go down, and what must hold of every class of a kind. */
@AnalyzeClasses(packages = "dev.lotline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String KERNEL = "dev.lotline.kernel..";
    private static final String GS1 = "dev.lotline.gs1..";
    private static final String STOCK = "dev.lotline.stock..";
    private static final String OPERATIONS = "dev.lotline.operations..";
    /** All there is without a credential. */
    private static final Set<String> FOR_ANYBODY = Set.of(
            "CheckResource.sheet",
            "CheckResource.check",
            "CheckResource.checked",
            "DemoPrinterResource.page",
            "DemoPrinterResource.toggle",
            "SignInResource.page",
            "SignInResource.signIn");

    private static final String EDGE = "dev.lotline.edge..";
    private static final String PLATFORM = "dev.lotline.platform..";

    @ArchTest
    static final ArchRule kernel_and_gs1_see_nothing_of_ours = noClasses()
            .that()
            .resideInAnyPackage(KERNEL, GS1)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STOCK, OPERATIONS, EDGE, PLATFORM);

    @ArchTest
    static final ArchRule kernel_and_gs1_are_plain_java = noClasses()
            .that()
            .resideInAnyPackage(KERNEL, GS1)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "java.sql..", "io.vertx..", "io.smallrye..", "org.hibernate..");

    @ArchTest
    static final ArchRule stock_sees_kernel_and_gs1_only = noClasses()
            .that()
            .resideInAPackage(STOCK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OPERATIONS,
                    EDGE,
                    PLATFORM,
                    "jakarta.ws.rs..",
                    "io.quarkus.qute..",
                    "org.eclipse.microprofile.graphql..");

    @ArchTest
    static final ArchRule the_ledger_depends_on_kernel_alone = noClasses()
            .that()
            .resideInAPackage("dev.lotline.stock.ledger..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.lotline..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages("dev.lotline.stock.ledger..", KERNEL)));

    @ArchTest
    static final ArchRule operations_see_stock_and_below = noClasses()
            .that()
            .resideInAPackage(OPERATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGE, PLATFORM, "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule operations_never_import_each_other =
            slices().matching("dev.lotline.operations.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule doors_never_import_each_other =
            slices().matching("dev.lotline.edge.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule platform_is_imported_by_nobody = noClasses()
            .that(resideInAnyPackage(KERNEL, GS1, STOCK, OPERATIONS, EDGE))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PLATFORM);

    @ArchTest
    static final ArchRule platform_sees_kernel_only = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GS1, STOCK, OPERATIONS, EDGE);

    @ArchTest
    static final ArchRule rules_are_pure = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.mutiny.sqlclient..", "io.smallrye.mutiny..", "io.quarkus..", "jakarta.inject..");

    @ArchTest
    static final ArchRule only_sql_classes_speak_sql = noClasses()
            .that()
            .resideInAnyPackage(STOCK, OPERATIONS, EDGE)
            .and()
            .haveSimpleNameNotEndingWith("Sql")
            .should()
            .callMethodWhere(new DescribedPredicate<>("a statement is sent") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getPackageName().startsWith("io.vertx.mutiny.sqlclient")
                            && call.getName().matches("query|preparedQuery|prepare");
                }
            });

    @ArchTest
    static final ArchRule processes_are_started_by_platform_only = noClasses()
            .that()
            .resideOutsideOfPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class);

    @ArchTest
    static final ArchRule a_lost_client_never_cancels_work =
            classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(Cancellable.class);

    @ArchTest
    static final ArchRule every_endpoint_names_its_capability = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("name a capability") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean named = method.isAnnotatedWith(Needs.class)
                            || FOR_ANYBODY.contains(method.getOwner().getSimpleName() + "." + method.getName())
                                    && method.isAnnotatedWith(Needs.Nothing.class)
                            || method.getOwner().isAnnotatedWith(Needs.class);
                    events.add(new SimpleConditionEvent(method, named, method.getFullName()));
                }
            });

    /** A method of JSON-RPC can't be made without one; a field of GraphQL asks who calls, and what for. */
    @ArchTest
    static final ArchRule every_query_and_change_of_graphql_names_a_capability = methods()
            .that()
            .areAnnotatedWith(Query.class)
            .or()
            .areAnnotatedWith(Mutation.class)
            .should(new ArchCondition<>("ask for a caller with a capability") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean asked = method.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Caller.class));
                    events.add(new SimpleConditionEvent(method, asked, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule today_comes_from_the_business_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule every_package_says_what_it_is =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Processor")
            .orShould()
            .haveSimpleNameEndingWith("Handler")
            .orShould()
            .haveSimpleNameStartingWith("Base");
}
