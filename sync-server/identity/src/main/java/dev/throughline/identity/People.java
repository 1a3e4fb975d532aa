package dev.throughline.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of {@code people.json}, one of each role and duty when it is made. Whoever runs the
 * server may edit the file; it is read anew at every start.
 */
final class People {
  /** Roles first, then duties; the names of the groups are the names of these. */
  static final List<String> GROUPS =
      List.of(
          "Researcher",
          "ProductManager",
          "GrowthHacker",
          "TechnicalLead",
          "Approver",
          "Auditor",
          "KeyAdmin",
          "PrivacyOfficer",
          "LegalReviewer",
          "IncidentLead");

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int PARTS = 4;
  private static final int PART_LENGTH = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Person> all;
  private final List<FirstPassword> made;

  private People(List<Person> all, List<FirstPassword> made) {
    this.all = List.copyOf(all);
    this.made = List.copyOf(made);
  }

  static People open(Path file, SecureRandom random) throws IOException {
    if (Files.exists(file)) {
      return new People(
          List.of(JSON.readValue(Files.readAllBytes(file), Person[].class)), List.of());
    }
    PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    List<Person> people = new ArrayList<>();
    List<FirstPassword> passwords = new ArrayList<>();
    for (String group : GROUPS) {
      FirstPassword first = new FirstPassword(username(group), List.of(group), password(random));
      passwords.add(first);
      people.add(
          new Person(
              UUID.randomUUID().toString(),
              first.username(),
              "Demo " + words(group),
              first.groups(),
              encoder.encode(first.password())));
    }
    OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(people));
    return new People(people, passwords);
  }

  Optional<Person> named(String username) {
    return all.stream().filter(person -> person.username().equalsIgnoreCase(username)).findFirst();
  }

  /** Passwords made at this start; empty at every later one. */
  List<FirstPassword> made() {
    return made;
  }

  private static String words(String group) {
    return group.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String username(String group) {
    return words(group).replace(' ', '-');
  }

  private static String password(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int part = 0; part < PARTS; part++) {
      password.append(part == 0 ? "" : "-");
      for (int i = 0; i < PART_LENGTH; i++) {
        password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    return password.toString();
  }
}
