package dev.throughline.model.approval;

import dev.throughline.model.access.Role;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Writes rules as {@link PolicyReader} reads them; the same rule always to the same bytes. */
public final class PolicyWriter {
  private PolicyWriter() {}

  /**
   * The next version of a rule with what somebody asks for; empty when it cannot be read strictly.
   *
   * @param wanted what it is to say; its document counts for nothing
   */
  public static Optional<Policy> next(Policy wanted, long version) {
    Policy next =
        new Policy(
            wanted.id(),
            version,
            wanted.from(),
            wanted.data(),
            wanted.groups(),
            wanted.vetoes(),
            wanted.excludesContributors(),
            wanted.signingTime(),
            wanted.coolOff(),
            "");
    return PolicyReader.parse(document(next).getBytes(StandardCharsets.UTF_8))
            instanceof PolicyReader.Parsed.Read(Policy read)
        ? Optional.of(read)
        : Optional.empty();
  }

  /** The canonical document of a rule. */
  public static String document(Policy policy) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("schema", new Json.Text(PolicyReader.SCHEMA));
    members.put("policyId", new Json.Text(policy.id()));
    members.put("version", new Json.Number(policy.version()));
    members.put("when", when(policy.from(), policy.data()));
    members.put(
        "groups", new Json.Items(policy.groups().stream().map(PolicyWriter::group).toList()));
    members.put("vetoes", roles(policy.vetoes()));
    members.put("excludesContributors", new Json.Truth(policy.excludesContributors()));
    members.put("signingDays", new Json.Number(policy.signingTime().toDays()));
    if (!policy.coolOff().isZero()) {
      members.put(PolicyReader.COOL_OFF, new Json.Number(policy.coolOff().toHours()));
    }
    return new String(new Json.Members(members).canonical(), StandardCharsets.UTF_8);
  }

  private static Json when(OptionalLong from, Set<String> data) {
    TreeMap<String, Json> members = new TreeMap<>();
    from.ifPresent(its -> members.put("firstYear", new Json.Number(its)));
    if (!data.isEmpty()) {
      members.put("dataClasses", texts(data.stream().sorted().toList()));
    }
    return new Json.Members(members);
  }

  private static Json group(Policy.Group group) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("name", new Json.Text(group.name()));
    members.put("count", new Json.Number(group.count()));
    members.put("roles", roles(group.roles()));
    return new Json.Members(members);
  }

  /** In the order in which the program lists roles. */
  private static Json roles(Set<String> roles) {
    return texts(
        roles.stream()
            .sorted(
                Comparator.comparing(
                        (String name) ->
                            Role.named(name).map(Role::ordinal).orElse(Integer.MAX_VALUE))
                    .thenComparing(Comparator.naturalOrder()))
            .toList());
  }

  private static Json texts(List<String> texts) {
    List<Json> all = new ArrayList<>();
    texts.forEach(one -> all.add(new Json.Text(one)));
    return new Json.Items(all);
  }
}
