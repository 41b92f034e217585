package com.dotmac.platform.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** No secret in an answer that is kept. */
final class SecretRules {
  private static final Pattern SECRET =
      Pattern.compile("(.*[a-z0-9])?([tT]oken|[sS]ecret|[pP]assword|[bB]ackupCode)s?");

  /**
   * Methods that answer with a secret which is never kept, and why. None that requires a permission
   * is excused: its answer can be kept.
   */
  static final Map<String, String> NEVER_KEPT =
      Map.of(
          "SecondFactorResource.confirm", "is for people, whose password is never under a key",
          "SecondFactorResource.enrol", "likewise",
          "SecondFactorResource.renewBackupCodes", "likewise",
          "SignInResource.signIn",
              "who signs in has no credential yet that a key could be kept for",
          "SignInResource.refresh", "likewise: the refresh token is in the body");

  private SecretRules() {}

  /** A16. */
  static ArchRule secretsAreShownOnce(House house) {
    return methods()
        .that()
        .areAnnotatedWith(house.named("app.http.Answers"))
        .should(showSecretsOnce(house))
        .allowEmptyShould(true)
        .because(
            "the answer to a POST is kept under its Idempotency-Key and given again: let a body that"
                + " holds a secret implement ShownOnce, so that it is kept without it");
  }

  private static ArchCondition<JavaMethod> showSecretsOnce(House house) {
    return new ArchCondition<>("answer with a secret only in a body that is ShownOnce") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        JavaClass body =
            (JavaClass)
                method
                    .getAnnotationOfType(house.named("app.http.Answers"))
                    .get("value")
                    .orElseThrow();
        if (body.isAssignableTo(house.named("app.idempotency.ShownOnce"))
            || isNeverKept(method, house)) {
          return;
        }
        for (JavaField secret : secretsIn(body, house)) {
          events.add(
              SimpleConditionEvent.violated(
                  method,
                  "%s answers with %s, which holds %s and is not ShownOnce"
                      .formatted(method.getFullName(), body.getName(), secret.getFullName())));
        }
      }
    };
  }

  /** What {@code IdempotencyFeature} keeps is always the answer of a method with a permission. */
  private static boolean isNeverKept(JavaMethod method, House house) {
    return NEVER_KEPT.containsKey(method.getOwner().getSimpleName() + "." + method.getName())
        && !method.isAnnotatedWith(house.named("app.auth.Requires"))
        && !method.isAnnotatedWith(house.named("app.auth.ForPartner"));
  }

  /** Fields of the body, and of bodies of ours within it, that are called like a secret. */
  private static Set<JavaField> secretsIn(JavaClass body, House house) {
    Set<JavaField> secrets = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(Set.of(body));
    Set<JavaClass> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (JavaField field : open.pop().getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)) {
          continue;
        }
        if (SECRET.matcher(field.getName()).matches()) {
          secrets.add(field);
        }
        field.getType().getAllInvolvedRawTypes().stream()
            .filter(type -> type.getName().startsWith(house.root() + "."))
            // Only its code goes out, whatever else it knows.
            .filter(type -> !type.isEnum())
            .filter(seen::add)
            .forEach(open::push);
      }
    }
    return secrets;
  }
}
