package com.dotmac.platform.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Through which door one comes in: repositories, resources and services. */
final class DoorRules {
  /** HTTP methods that ask for no permission, by class and method, each with the reason. */
  static final Map<String, String> OPEN_TO_ALL =
      Map.ofEntries(
          Map.entry(
              "AcceptedInvitationResource.accept", "asks for the token of a mail, in the body"),
          Map.entry(
              "ApplyResource.apply", "is for whoever wants to become a partner, and tells nothing"),
          Map.entry(
              "EmailVerificationResource.verify", "asks for the token of a mail, in the body"),
          Map.entry("InvitationResource.accept", "asks for the token of a mail, in the body"),
          Map.entry("OpenApiResource.description", "describes the API, holds nothing of a tenant"),
          Map.entry("OpenApiResource.page", "is the same for everybody, and has no data"),
          Map.entry("OpenApiResource.part", "script and style of the page"),
          Map.entry(
              "PasswordResetResource.ask",
              "answers everybody the same, and mails whom it concerns"),
          Map.entry("PasswordResetResource.complete", "asks for the token of a mail, in the body"),
          Map.entry("SignInResource.refresh", "asks for a refresh token, in the body"),
          Map.entry("SignInResource.signIn", "asks for a password, in the body"));

  /** HTTP methods that every credential may call, by class and method, each with the reason. */
  static final Map<String, String> FOR_EVERY_CALLER =
      Map.ofEntries(
          Map.entry(
              "AcceptedInvitationResource.join", "asks for the token of a mail to the caller"),
          Map.entry("MeResource.changePassword", "asks for the caller's own password"),
          Map.entry("MeResource.read", "tells the caller who he is"),
          Map.entry("OwnEmailResource.verify", "mails the caller himself"),
          Map.entry("OwnSessionResource.end", "ends what is the caller's own"),
          Map.entry("OwnSessionResource.list", "shows what is the caller's own"),
          Map.entry("SecondFactorResource.confirm", "asks for a code of the caller's own app"),
          Map.entry("SecondFactorResource.disable", "asks for the caller's own password"),
          Map.entry("SecondFactorResource.enrol", "asks for the caller's own password"),
          Map.entry("SecondFactorResource.read", "shows what is the caller's own"),
          Map.entry("SecondFactorResource.renewBackupCodes", "asks for the caller's own password"),
          Map.entry("SignOutEverywhereResource.signOut", "ends what is the caller's own"),
          Map.entry("SignOutResource.signOut", "ends what is the caller's own"));

  /** Service methods that take no tenant, by class and method, each with the reason. */
  static final Map<String, String> BEFORE_A_TENANT =
      Map.of(
          "ApiKeyService.claimedScope", "reads from a credential whom it claims to belong to",
          "LinkUseService.claimedScope", "reads from a token whom it claims to belong to",
          "SessionService.claimedScope", "reads from a credential whom it claims to belong to",
          "TenantService.all", "goes through the registry, for commands",
          "TenantService.getBySlug", "finds the tenant by the name it goes by",
          "TenantService.list", "reads the registry, for who looks after all tenants");

  private DoorRules() {}

  /** A3. */
  static ArchRule repositoriesAreInner(House house) {
    return CompositeArchRule.of(
            classes()
                .that()
                .resideInAPackage(house.domain())
                .and()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true))
        .and(
            classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .and()
                .resideInAPackage(house.root() + "..")
                .should(beUsedOnlyInTheirPackage())
                .allowEmptyShould(true))
        .because(
            "a repository is the inner door of its feature: make it package-private and go through"
                + " the service");
  }

  /** A5, paths. */
  static ArchRule pathsAreOnResources(House house) {
    String path = "jakarta.ws.rs.Path";
    return CompositeArchRule.of(
            noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .beAnnotatedWith(path))
        .and(
            methods()
                .that()
                .areAnnotatedWith(path)
                .or()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .allowEmptyShould(true))
        .because("whoever looks for a path looks in a …Resource: move the method into one");
  }

  /** A5, permissions. */
  static ArchRule permissionsAreAsked(House house) {
    String requires = house.named("app.auth.Requires");
    String forPartner = house.named("app.auth.ForPartner");
    return methods()
        .that()
        .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
        .and(
            are(
                "not on the list of DoorRules",
                (JavaMethod method) ->
                    !OPEN_TO_ALL.containsKey(nameOf(method))
                        && !FOR_EVERY_CALLER.containsKey(nameOf(method))))
        .should()
        .beAnnotatedWith(requires)
        .orShould()
        .beAnnotatedWith(forPartner)
        .allowEmptyShould(true)
        .because(
            "an endpoint that asks for no permission is open to every credential: add @Requires or @ForPartner,"
                + " or list it in DoorRules, OPEN_TO_ALL or FOR_EVERY_CALLER, with the reason");
  }

  /** A6. */
  static ArchRule entitiesStayInside(House house) {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.root() + "..")
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Resource")
        .should(neitherTakeNorGiveAnEntity())
        .allowEmptyShould(true)
        .because(
            "an entity on the wire makes every column part of the API: answer with a View of the"
                + " feature's Json type, and accept Create or Change");
  }

  /** A14. */
  static ArchRule servicesAreTold(House house) {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.domain())
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Service")
        .and(
            are(
                "not on the list of DoorRules",
                (JavaMethod method) -> !BEFORE_A_TENANT.containsKey(nameOf(method))))
        .should(
            takeFirst(
                house.named("domain.tenancy.TenantScope"),
                house.named("domain.tenancy.CallContext")))
        .because(
            "a verb that is not told whose data it works on will guess: take a TenantScope to read"
                + " and a CallContext to write as the first parameter");
  }

  static String nameOf(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }

  static <T> DescribedPredicate<T> are(String description, Predicate<T> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  private static ArchCondition<JavaClass> beUsedOnlyInTheirPackage() {
    return new ArchCondition<>("be used only in their package") {
      @Override
      public void check(JavaClass repository, ConditionEvents events) {
        for (Dependency dependency : repository.getDirectDependenciesToSelf()) {
          if (!dependency.getOriginClass().getPackage().equals(repository.getPackage())) {
            events.add(SimpleConditionEvent.violated(repository, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> neitherTakeNorGiveAnEntity() {
    return new ArchCondition<>("neither take nor give an entity") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(types -> types.stream())
            .filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity"))
            .map(type -> method.getFullName() + " shows the entity " + type.getSimpleName())
            .forEach(sentence -> events.add(SimpleConditionEvent.violated(method, sentence)));
      }
    };
  }

  private static ArchCondition<JavaMethod> takeFirst(String... types) {
    return new ArchCondition<>("take a TenantScope or a CallContext first") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean told =
            method.getRawParameterTypes().stream()
                .limit(1)
                .anyMatch(first -> Stream.of(types).anyMatch(first.getName()::equals));
        if (!told) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " is not told for which tenant"));
        }
      }
    };
  }
}
