package dev.frontrow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.frontrow.architecture.ArchitectureRules.show;
import static dev.frontrow.architecture.Layout.isBelow;
import static dev.frontrow.architecture.Layout.target;
import static dev.frontrow.architecture.Rule.Topic.DATA;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Transactional;

/** Where SQL and transactions are, and what they may touch. */
final class DataRules {

    private static final Set<String> TRANSACTIONS_BY_HAND = Set.of(
            "org.springframework.transaction.support.TransactionOperations",
            "org.springframework.transaction.TransactionManager",
            "jakarta.transaction.Transactional");

    private final Layout layout;

    DataRules(Layout layout) {
        this.layout = layout;
    }

    List<Rule> all() {
        return List.of(
                rule(
                        "sqlIsInPersistenceAlone",
                        "JDBC is used in adapter.out.persistence alone",
                        "each statement stands beside the others about its table, where it is looked for",
                        sqlIsInPersistenceAlone()),
                rule(
                        "statementsStayInTheirSchema",
                        "a module's SQL names no table of another module's schema",
                        "a table is its owner's to change; others ask through its API",
                        statementsStayInTheirSchema()),
                rule(
                        "changelogsStayInTheirSchema",
                        "a module's changelog names no table of another module's schema, not even in a foreign key",
                        "each module's tests run on its schema alone, and a schema can be moved away",
                        changelogsStayInTheirSchema()),
                rule(
                        "transactionsAreOnUseCasesAlone",
                        "transactions begin at classes of application, and at listeners after the commit",
                        "a use case is the boundary of a transaction; the reader finds it in one place",
                        transactionsAreOnUseCasesAlone()));
    }

    private static Rule rule(String name, String says, String because, ArchRule check) {
        return Rule.of(DATA, name, says, because, check);
    }

    private ArchRule sqlIsInPersistenceAlone() {
        var sql = resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..");
        return classes()
                .that(are(layout.inHexagons()))
                .should(show(type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isBelow(layout.place(type), "adapter.out.persistence"))
                        .filter(dependency -> sql.test(target(dependency)))
                        .map(Dependency::getDescription)));
    }

    private ArchRule statementsStayInTheirSchema() {
        var schemas = Schemas.of(layout.project());
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> Constants.of(type).texts().stream()
                        .flatMap(text -> schemas.foreign(layout.folder(layout.module(type)), text, usesJdbc(type)))
                        .map(table -> type.getName() + " names " + table)));
    }

    private static boolean usesJdbc(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> target(dependency).getPackageName().startsWith("org.springframework.jdbc"));
    }

    private ArchRule changelogsStayInTheirSchema() {
        var schemas = Schemas.of(layout.project());
        return classes()
                .that(are(layout.declarations()))
                .should(show(declaration -> layout.isShared(declaration)
                        ? Stream.of()
                        : schemas.foreignInChangelogs(layout.folder(layout.module(declaration)))));
    }

    private ArchRule transactionsAreOnUseCasesAlone() {
        return classes()
                .that(are(layout.inHexagons()))
                .and(are(not(layout.inUseCases())))
                .should(show(type -> Stream.concat(annotated(type), byHand(type))));
    }

    private static Stream<String> annotated(JavaClass type) {
        return Stream.concat(
                isTransactional(type) ? Stream.of(type.getName() + " is transactional") : Stream.of(),
                type.getMethods().stream()
                        .filter(DataRules::isTransactional)
                        .map(method -> method.getFullName() + " is transactional"));
    }

    private static boolean isTransactional(CanBeAnnotated item) {
        return item.isAnnotatedWith(Transactional.class)
                || (item.isMetaAnnotatedWith(Transactional.class)
                        && !item.isAnnotatedWith(ApplicationModuleListener.class));
    }

    private static Stream<String> byHand(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> TRANSACTIONS_BY_HAND.stream().anyMatch(target(dependency)::isAssignableTo))
                .map(Dependency::getDescription);
    }
}
