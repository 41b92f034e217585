package com.dotmac.platform.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The packages that the rules speak of, under a root: the real one, or that of a sample which is
 * broken on purpose and built like the real one.
 *
 * @param root package of everything in this house
 */
record House(String root) {
  /** The real one. */
  static final House OURS = new House("com.dotmac.platform");

  private static final String SAMPLES = "/samples/";

  /** How many classes each module had at least: the rules must not judge fewer. */
  static final Map<String, Integer> AT_LEAST = Map.of("app", 100, "domain", 110, "migrator", 49);

  /** Every class of ours, tests included, samples not. Read once: reading takes a second. */
  static JavaClasses ourClasses() {
    return Imported.CLASSES;
  }

  /** The house of a sample, a package beneath {@code samples}. */
  static House sample(String name) {
    return new House("com.dotmac.platform.it.architecture.samples." + name);
  }

  /** The classes of this house alone, for samples. */
  JavaClasses classes() {
    return new ClassFileImporter().importPackages(root);
  }

  String domain() {
    return root + ".domain..";
  }

  String domain(String feature) {
    return root + ".domain." + feature + "..";
  }

  String app() {
    return root + ".app..";
  }

  String migrator() {
    return root + ".migrator..";
  }

  String tests() {
    return root + ".it..";
  }

  String harness() {
    return root + ".it.harness..";
  }

  String named(String nameBelowRoot) {
    return root + "." + nameBelowRoot;
  }

  /** A0: a rule over half of the classes passes for the wrong reason. */
  static List<String> tooFew(JavaClasses classes, Map<String, Integer> atLeast) {
    Map<String, Integer> wanted = new TreeMap<>(atLeast);
    return wanted.entrySet().stream()
        .filter(module -> count(classes, module.getKey()) < module.getValue())
        .map(
            module ->
                "Module %s has %d classes on the class path and had %d: put it back on the class path, or lower House.AT_LEAST if classes really went."
                    .formatted(module.getKey(), count(classes, module.getKey()), module.getValue()))
        .toList();
  }

  /** Methods on a list of exceptions, as {@code Class.method}, that are gone. */
  static List<String> goneMethods(JavaClasses classes, Collection<String> listed) {
    Set<String> methods =
        classes.stream()
            .flatMap(type -> type.getMethods().stream())
            .map(DoorRules::nameOf)
            .collect(Collectors.toSet());
    return gone(methods, listed);
  }

  /** Classes on a list of exceptions, by simple name, that are gone. */
  static List<String> goneClasses(JavaClasses classes, Collection<String> listed) {
    return gone(classes.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet()), listed);
  }

  private static List<String> gone(Set<String> there, Collection<String> listed) {
    return listed.stream()
        .filter(name -> !there.contains(name))
        .sorted()
        .map("%s is on a list of exceptions and is gone: take it off."::formatted)
        .toList();
  }

  private static long count(JavaClasses classes, String module) {
    return classes.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> (name + ".").startsWith(OURS.root + "." + module + "."))
        .count();
  }

  private static final class Imported {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains(SAMPLES))
            .importPackages(OURS.root);
  }
}
