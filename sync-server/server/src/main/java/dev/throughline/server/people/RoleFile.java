package dev.throughline.server.people;

import dev.throughline.model.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which of the provider's groups have which roles and duties: a versioned JSON file. Without one a
 * group that is called like a role has that role.
 *
 * <pre>{"version": 3, "groups": {"product-team": ["ProductManager"]}}</pre>
 */
final class RoleFile {
  private record Content(int version, Map<String, List<String>> groups) {}

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final String source;
  private final Map<String, Set<Role>> groups;

  private RoleFile(String source, Map<String, Set<Role>> groups) {
    this.source = source;
    this.groups = Map.copyOf(groups);
  }

  /**
   * Reads the file, or does without.
   *
   * @throws UnusableRoles when there is one that cannot be read, or that names a role there is not
   */
  static RoleFile of(Optional<Path> file) {
    return file.map(RoleFile::read).orElseGet(RoleFile::byName);
  }

  private static RoleFile byName() {
    return new RoleFile(
        "names of groups",
        Arrays.stream(Role.values()).collect(Collectors.toMap(Role::wireName, Set::of)));
  }

  private static RoleFile read(Path file) {
    Content content;
    try {
      content = JSON.readValue(Files.readAllBytes(file), Content.class);
    } catch (IOException _) {
      throw new UnusableRoles("it cannot be read");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new UnusableRoles("it is no JSON of version and groups; see line " + line);
    }
    if (content.version() < 1) {
      throw new UnusableRoles("its version must be 1 or more");
    }
    Map<String, Set<Role>> groups = new HashMap<>();
    content.groups().forEach((group, names) -> groups.put(group, roles(names)));
    return new RoleFile("file of roles, version " + content.version(), groups);
  }

  private static Set<Role> roles(List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(
        name ->
            roles.add(
                Role.named(name).orElseThrow(() -> new UnusableRoles("there is no role " + name))));
    return roles;
  }

  /** Where the roles come from, for the log. */
  String source() {
    return source;
  }

  /** Every role somebody in these groups has. */
  Set<Role> roles(Collection<String> memberOf) {
    return memberOf.stream()
        .flatMap(group -> groups.getOrDefault(group, Set.of()).stream())
        .collect(Collectors.toSet());
  }
}
