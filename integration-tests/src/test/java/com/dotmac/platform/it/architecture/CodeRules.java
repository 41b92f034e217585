package com.dotmac.platform.it.architecture;

import static com.dotmac.platform.it.architecture.DoorRules.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What may stand in a class at all: time, names, packages and numbers. */
final class CodeRules {
  private static final Set<String> WORDS_THAT_SAY_NOTHING =
      Set.of(
          "util",
          "utils",
          "helper",
          "helpers",
          "common",
          "commons",
          "manager",
          "managers",
          "impl",
          "base",
          "misc");
  private static final Pattern WORD_EDGE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[.$_]");
  private static final Set<String> ARITHMETIC =
      Set.of(
          "add",
          "subtract",
          "multiply",
          "divide",
          "remainder",
          "negate",
          "pow",
          "setScale",
          "round");

  private CodeRules() {}

  /** A9. */
  static ArchRule timeIsPassedIn(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.domain(), house.app(), house.migrator())
        .and()
        .resideOutsideOfPackage(house.domain("shared"))
        .should()
        .accessTargetWhere(
            are("the time of the machine is asked", CodeRules::asksTheMachineForTheTime))
        .because(
            "what asks the machine for the time cannot be tested at midnight: take the instant of"
                + " the CallContext, or a Clock that the composition root gives");
  }

  private static boolean asksTheMachineForTheTime(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    boolean clock = owner.equals("java.time.Clock");
    String asker = access.getOriginOwner().getSimpleName();
    // The composition roots: of the app, and of the migrator, which starts without an application.
    if (clock && (asker.endsWith("Application") || asker.equals("CommandLine"))) {
      return false;
    }
    return (clock && (target.getName().startsWith("system") || target.getName().startsWith("tick")))
        || (owner.startsWith("java.time.")
            && target.getName().equals("now")
            && !isGivenAClock(target))
        || (owner.equals("java.time.InstantSource") && target.getName().equals("system"))
        || (owner.equals("java.util.Calendar") && target.getName().equals("getInstance"))
        || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"))
        || (owner.equals("java.util.Date") && target.getFullName().endsWith("<init>()"));
  }

  private static boolean isGivenAClock(AccessTarget target) {
    return target.getFullName().endsWith("now(java.time.Clock)");
  }

  /** A11. */
  static ArchRule namesSaySomething(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + "..")
        .should(haveNoWordThatSaysNothing(house))
        .because("such a name collects whatever has no home: name it after what it is for");
  }

  /** A12. */
  static ArchRule packagesSayWhatTheyOwn(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + "..")
        .should(
            condition(
                "live in a package whose package-info is @NullMarked",
                type ->
                    type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent(),
                type ->
                    "Package " + type.getPackageName() + " has no package-info with @NullMarked"))
        .because(
            "a package says what it owns and what it never does, and null is always said: add a"
                + " package-info.java");
  }

  /** A13. */
  static ArchRule numbersAreExact(House house) {
    return CompositeArchRule.of(
            classes()
                .that()
                .resideInAPackage(house.domain())
                .should(
                    condition(
                        "hold neither double nor float",
                        type -> members(type).noneMatch(CodeRules::isInexact),
                        type -> type.getName() + " holds a double or float"))
                .allowEmptyShould(true))
        .and(
            noClasses()
                .that()
                .resideInAPackage(house.domain())
                .and(
                    are(
                        "not Money or a commission rule",
                        (JavaClass type) ->
                            !type.getSimpleName().equals("Money")
                                && !type.getSimpleName().startsWith("Commission")))
                .should()
                .callMethodWhere(
                    are(
                        "BigDecimal calculates",
                        call ->
                            call.getTargetOwner().getName().equals("java.math.BigDecimal")
                                && ARITHMETIC.contains(call.getTarget().getName())))
                .allowEmptyShould(true))
        .because(
            "money is counted in whole minor units, and rounding is decided in one place: use Money"
                + " or the commission rules");
  }

  private static Stream<JavaMember> members(JavaClass type) {
    return type.getMembers().stream();
  }

  private static boolean isInexact(JavaMember member) {
    Stream<JavaClass> types =
        member instanceof JavaField field
            ? Stream.of(field.getRawType())
            : member instanceof JavaCodeUnit unit
                ? Stream.concat(
                    Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                : Stream.empty();
    return types
        .map(JavaClass::getName)
        .anyMatch(Set.of("double", "float", "java.lang.Double", "java.lang.Float")::contains);
  }

  private static ArchCondition<JavaClass> haveNoWordThatSaysNothing(House house) {
    return condition(
        "have no word in their name that says nothing",
        type -> words(house, type).noneMatch(WORDS_THAT_SAY_NOTHING::contains),
        type -> type.getName() + " has a name that says nothing");
  }

  private static Stream<String> words(House house, JavaClass type) {
    return WORD_EDGE
        .splitAsStream(type.getName().substring(house.root().length()))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  private static ArchCondition<JavaClass> condition(
      String description, Predicate<JavaClass> holds, Function<JavaClass, String> fault) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!holds.test(type)) {
          events.add(SimpleConditionEvent.violated(type, fault.apply(type)));
        }
      }
    };
  }
}
