package com.dotmac.platform.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** No change without a row in the audit trail. */
final class AuditRules {
  /**
   * Service methods with a CallContext that change nothing of the tenant's, each with the reason.
   */
  static final Map<String, String> NO_ACT =
      Map.of(
          "IdempotencyService.begin", "reserves a key; what is done under it is recorded",
          "IdempotencyService.complete", "keeps the answer to an act that was recorded",
          "MessageService.write", "is the record itself of what was said; its cause is recorded",
          "UserService.holdForChange", "holds a user for an act that whoever asked records",
          "UserService.getForActor", "looks at a user, for whoever changes what belongs to him");

  private AuditRules() {}

  /** A15. */
  static ArchRule changesAreRecorded(House house) {
    String context = house.named("domain.tenancy.CallContext");
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
            DoorRules.are(
                "given a CallContext",
                (JavaMethod method) ->
                    method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(context))))
        .and(
            DoorRules.are(
                "not on the list of AuditRules",
                (JavaMethod method) -> !NO_ACT.containsKey(DoorRules.nameOf(method))))
        .should(recordIn(house.named("domain.tenancy.AuditTrail")))
        .allowEmptyShould(true)
        .because(
            "a verb that takes a CallContext changes something, and nobody could tell who did: call"
                + " AuditTrail.record in it, or take a TenantScope if it only reads");
  }

  private static ArchCondition<JavaMethod> recordIn(String trail) {
    return new ArchCondition<>("record what they do") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!reaches(method, trail)) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " leaves no row in the audit trail"));
        }
      }
    };
  }

  /** Whether a method records, itself or through others of its package. */
  private static boolean reaches(JavaMethod method, String trail) {
    Deque<JavaMethod> open = new ArrayDeque<>(Set.of(method));
    Set<JavaMethod> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (JavaMethodCall call : open.pop().getMethodCallsFromSelf()) {
        if (call.getTargetOwner().getName().equals(trail)) {
          return true;
        }
        call.getTarget()
            .resolveMember()
            .filter(next -> next.getOwner().getPackage().equals(method.getOwner().getPackage()))
            .filter(seen::add)
            .ifPresent(open::push);
      }
    }
    return false;
  }
}
