package com.dotmac.platform.it.demo.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up people, no two with the same name. */
final class People {
  private final List<Person> waiting = new ArrayList<>();

  People(Story story, Random random) {
    for (String first : story.firstNames()) {
      for (String last : story.lastNames()) {
        waiting.add(new Person(first, last));
      }
    }
    Collections.shuffle(waiting, random);
  }

  /** Somebody whom nobody has met yet. */
  Person next() {
    return waiting.remove(waiting.size() - 1);
  }

  /**
   * A person.
   *
   * @param first first name
   * @param last last name
   */
  record Person(String first, String last) {
    String fullName() {
      return first + " " + last;
    }

    /** His address at a company whose host is this label. */
    String emailAt(String label) {
      return "%s.%s@%s.example".formatted(plain(first), plain(last), label);
    }
  }

  /** A name in the letters that addresses have everywhere: a to z. */
  static String plain(String name) {
    String folded =
        name.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "oe")
            .replace("ı", "i")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue");
    return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
  }
}
