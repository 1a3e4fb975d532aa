package dev.throughline.model.approval;

import dev.throughline.model.access.Role;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads policies, strictly: whatever it does not know, it refuses. */
public final class PolicyReader {
  static final String SCHEMA = "quorum-policy/v1";
  private static final int GROUPS_MAX = 10;
  private static final int SEATS_MAX = 20;
  public static final int DAYS_MAX = 365;

  /** Within the time in which what was signed has to be carried out. */
  public static final int HOURS_MAX = 48;

  /** May be left out. */
  static final String COOL_OFF = "coolOffHours";

  private static final Set<String> MEMBERS =
      Set.of(
          "schema",
          "policyId",
          "version",
          "when",
          "groups",
          "vetoes",
          "excludesContributors",
          "signingDays");
  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.toUnmodifiableSet());

  private PolicyReader() {}

  /** What a document turns out to be. */
  public sealed interface Parsed {
    record Read(Policy policy) implements Parsed {}

    record Refused(String why) implements Parsed {}
  }

  /** Ends reading; told as {@link Parsed.Refused}. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    Stop(String why) {
      super(why, null, false, false);
    }
  }

  /** Reads a policy. */
  public static Parsed parse(byte[] bytes) {
    if (!(Json.parse(bytes) instanceof Json.Parsed.Read(Json.Members members))) {
      return new Parsed.Refused("no JSON object");
    }
    try {
      String document = new String(members.canonical(), StandardCharsets.UTF_8);
      return new Parsed.Read(read(members.members(), document));
    } catch (Stop stop) {
      return new Parsed.Refused(String.valueOf(stop.getMessage()));
    }
  }

  private static Policy read(Map<String, Json> members, String document) throws Stop {
    Set<String> names = new HashSet<>(members.keySet());
    names.remove(COOL_OFF);
    need(names.equals(MEMBERS), "not exactly the members of a policy");
    need(new Json.Text(SCHEMA).equals(members.get("schema")), "another schema");
    String id = text(members.get("policyId"));
    need(!id.isBlank() && id.length() <= Policy.ID_LENGTH_MAX, "no name, or a long one");
    Map<String, Json> when = object(members.get("when"), Set.of("firstYear", "dataClasses"));
    Json from = when.get("firstYear");
    List<Policy.Group> groups = new ArrayList<>();
    for (Json group : items(members.get("groups"), GROUPS_MAX)) {
      groups.add(group(group));
    }
    need(!groups.isEmpty(), "no group");
    need(groups.stream().mapToInt(Policy.Group::count).sum() <= SEATS_MAX, "too many seats");
    need(members.get("excludesContributors") instanceof Json.Truth, "no word on contributors");
    return new Policy(
        id,
        whole(members.get("version"), Integer.MAX_VALUE),
        from == null ? OptionalLong.empty() : OptionalLong.of(whole(from, 1L << 53)),
        when.containsKey("dataClasses") ? texts(when.get("dataClasses")) : Set.of(),
        List.copyOf(groups),
        roles(members.get("vetoes")),
        new Json.Truth(true).equals(members.get("excludesContributors")),
        Duration.ofDays(whole(members.get("signingDays"), DAYS_MAX)),
        members.containsKey(COOL_OFF)
            ? Duration.ofHours(whole(members.get(COOL_OFF), HOURS_MAX))
            : Duration.ZERO,
        document);
  }

  private static Policy.Group group(Json json) throws Stop {
    Map<String, Json> members = object(json, Set.of("name", "count", "roles"));
    need(members.size() == 3, "a group has name, count and roles");
    Set<String> roles = roles(members.get("roles"));
    need(!roles.isEmpty(), "a group without roles");
    return new Policy.Group(
        text(members.get("name")), (int) whole(members.get("count"), SEATS_MAX), roles);
  }

  private static Set<String> roles(@Nullable Json json) throws Stop {
    Set<String> roles = texts(json);
    need(ROLES.containsAll(roles), "a role nobody has");
    return roles;
  }

  private static Set<String> texts(@Nullable Json json) throws Stop {
    Set<String> all = new LinkedHashSet<>();
    for (Json one : items(json, SEATS_MAX)) {
      need(all.add(text(one)), "something stands twice");
    }
    return Set.copyOf(all);
  }

  private static Map<String, Json> object(@Nullable Json json, Set<String> known) throws Stop {
    if (json instanceof Json.Members(var members) && known.containsAll(members.keySet())) {
      return members;
    }
    throw new Stop("a member nobody knows");
  }

  private static List<Json> items(@Nullable Json json, int countMax) throws Stop {
    if (json instanceof Json.Items(var items) && items.size() <= countMax) {
      return items;
    }
    throw new Stop("no list, or a long one");
  }

  private static String text(@Nullable Json json) throws Stop {
    if (json instanceof Json.Text(String text)) {
      return text;
    }
    throw new Stop("no text where one is asked for");
  }

  private static long whole(@Nullable Json json, long max) throws Stop {
    if (json instanceof Json.Number(double value)
        && value >= 1
        && value <= max
        && Math.rint(value) == value) {
      return (long) value;
    }
    throw new Stop("no whole number from 1 where one is asked for");
  }

  private static void need(boolean isSo, String otherwise) throws Stop {
    if (!isSo) {
      throw new Stop(otherwise);
    }
  }
}
