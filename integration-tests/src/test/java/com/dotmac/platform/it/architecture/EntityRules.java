package com.dotmac.platform.it.architecture;

import static com.dotmac.platform.it.architecture.DoorRules.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.dotmac.platform.domain.tenancy.OwnRows;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;

/** A10 and A17: how entities are written, so that nobody changes or loads one by the way. */
final class EntityRules {
  /** Entities without a version, each with the reason. */
  static final Map<String, String> NEVER_CHANGED =
      Map.ofEntries(
          Map.entry("AuditActivity", "an act that happened stays written"),
          Map.entry("BillingEvent", "a fact that happened stays written"),
          Map.entry("CommissionScope", "belongs to a version of a rule, which stays as it is"),
          Map.entry("CommissionPool", "is moved in sets by the statement that takes facts in"),
          Map.entry("CommissionTerms", "is moved in sets by the statement that takes facts in"),
          Map.entry("CommissionTier", "belongs to a version of a rule, which stays as it is"),
          Map.entry("CommissionVersion", "gets an end once, under the version of its rule"),
          Map.entry("CreditNoteApplication", "is undone once, under the lock of its note"),
          Map.entry("CreditNoteLine", "what a note takes back stays as it is"),
          Map.entry("InvoiceLine", "a draft that changes gets other lines"),
          Map.entry("LedgerEntry", "the books only grow"),
          Map.entry("LedgerTransaction", "the books only grow"),
          Map.entry("PartnerStatement", "what a partner was told stays so"),
          Map.entry("PartnerStatementPeriod", "a month that was closed stays closed"),
          Map.entry("PartnerTierMove", "how a partner came to his tier stays told"),
          Map.entry("PayeeAccount", "another account takes its place"),
          Map.entry("PayerAccount", "another account takes its place"),
          Map.entry("PaymentTarget", "what a payment was meant for was said once"),
          Map.entry("PayoutLine", "what a payout was made of stays so"),
          Map.entry("PayoutMinimum", "is changed under the version of the settings"),
          Map.entry("SubscriptionCharge", "an invoice that was made stays made"),
          Map.entry("TierDemand", "is changed under the version of the program"),
          Map.entry("UserIdentity", "another name is another identity"),
          Map.entry("UserRole", "a role is given and taken"));

  private static final Set<Class<? extends Annotation>> ASSOCIATIONS =
      Set.of(
          ElementCollection.class,
          ManyToMany.class,
          ManyToOne.class,
          OneToMany.class,
          OneToOne.class);

  private EntityRules() {}

  /** A10, setters. */
  static ArchRule noPublicSetters(House house) {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.domain())
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .haveNameMatching("set[A-Z].*")
        .should()
        .bePublic()
        .allowEmptyShould(true)
        .because(
            "an entity is changed by a verb that knows the rules: name the verb, and keep it to the package");
  }

  /** A10, associations. */
  static ArchRule associationsAreLazy(House house) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.domain())
        .and(
            are(
                "associations",
                (JavaField field) -> ASSOCIATIONS.stream().anyMatch(field::isAnnotatedWith)))
        .should(beLazy())
        .allowEmptyShould(true)
        .because(
            "an eager association loads its table with every row, whoever needs it: say fetch ="
                + " FetchType.LAZY and join where it is needed");
  }

  /** A10, versions. */
  static ArchRule changesAreCounted(House house) {
    return classes()
        .that()
        .resideInAPackage(house.domain())
        .and()
        .areAnnotatedWith(Entity.class)
        .and(
            are(
                "not on the list of EntityRules",
                (JavaClass type) -> !NEVER_CHANGED.containsKey(type.getSimpleName())))
        .should(haveAVersion())
        .allowEmptyShould(true)
        .because(
            "of two people who change a row at once one must be told: add a @Version column, or"
                + " list the entity in EntityRules.NEVER_CHANGED with the reason");
  }

  /** A17. */
  static ArchRule tenantsAreToldApart(House house) {
    return classes()
        .that()
        .resideInAPackage(house.domain())
        .and(
            are(
                "of a tenant",
                (JavaClass type) ->
                    type.getFields().stream()
                        .anyMatch(field -> field.isAnnotatedWith(TenantId.class))))
        .should(askForOwnRows())
        .allowEmptyShould(true)
        .because(
            "the filter that @TenantId would set is switched off, since Hibernate would translate"
                + " each query anew with it: say @SQLRestriction(OwnRows.CONDITION)");
  }

  private static ArchCondition<JavaClass> askForOwnRows() {
    return new ArchCondition<>("ask for the rows of the tenant") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean asks =
            type.tryGetAnnotationOfType(SQLRestriction.class)
                .filter(restriction -> restriction.value().equals(OwnRows.CONDITION))
                .isPresent();
        if (!asks) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " asks for the rows of all tenants"));
        }
      }
    };
  }

  private static ArchCondition<JavaField> beLazy() {
    return new ArchCondition<>("be lazy") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        for (JavaAnnotation<JavaField> annotation : field.getAnnotations()) {
          Object fetch = annotation.get("fetch").orElse("none");
          if (fetch instanceof JavaEnumConstant constant && !constant.name().equals("LAZY")) {
            events.add(
                SimpleConditionEvent.violated(field, field.getFullName() + " is loaded eagerly"));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> haveAVersion() {
    return new ArchCondition<>("have a version") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean versioned =
            type.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class));
        if (!versioned) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " has no version"));
        }
      }
    };
  }
}
