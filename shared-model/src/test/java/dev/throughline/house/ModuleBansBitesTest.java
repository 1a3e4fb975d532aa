package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.enforcer.rules.utils.ArtifactMatcher;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/**
 * Maven Enforcer bans what a module may not see. This test plants dependencies against the bans as
 * the poms state them, through the matcher Enforcer itself uses, and fails when a ban is switched
 * off.
 */
class ModuleBansBitesTest {
  private static final String ENFORCER = "org.apache.maven.plugins:maven-enforcer-plugin";

  private static final Map<String, List<String>> PLANTED =
      Map.of(
          "shared-model",
          List.of(
              "org.springframework:spring-core",
              "org.springframework.boot:spring-boot",
              "org.openjfx:javafx-base",
              "com.h2database:h2",
              "org.postgresql:postgresql",
              "org.apache.lucene:lucene-core",
              "dev.throughline:desktop-client"),
          "desktop-client",
          List.of(
              "org.springframework:spring-context",
              "org.springframework.boot:spring-boot",
              "org.springframework.modulith:spring-modulith-api",
              "org.postgresql:postgresql",
              "dev.throughline:server",
              "dev.throughline:engines",
              "dev.throughline:standalone"),
          "sync-server/engines",
          List.of(
              "dev.throughline:shared-model",
              "dev.throughline:server",
              "dev.throughline:desktop-client"),
          "sync-server/identity",
          List.of("dev.throughline:shared-model", "dev.throughline:server"),
          "sync-server/server",
          List.of("dev.throughline:desktop-client", "org.openjfx:javafx-controls"),
          "sync-server/standalone",
          List.of("dev.throughline:desktop-client", "org.openjfx:javafx-controls"));

  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "shared-model", List.of("tools.jackson.core:jackson-core"),
          "desktop-client", List.of("dev.throughline:shared-model", "org.openjfx:javafx-controls"),
          "sync-server/engines", List.of("org.postgresql:postgresql"),
          "sync-server/identity", List.of("org.postgresql:postgresql"),
          "sync-server/server", List.of("dev.throughline:shared-model"),
          "sync-server/standalone", List.of("dev.throughline:server", "dev.throughline:engines"));

  @Test
  void everyModuleButTheTrialsHasBans() {
    List<String> without =
        Poms.modules().keySet().stream().filter(folder -> !PLANTED.containsKey(folder)).toList();
    assertThat(without)
        .as("a new module needs bans in its pom.xml and planted dependencies in this test")
        .containsExactly("sync-server/trials");
  }

  @Test
  void plantedDependenciesAreReported() {
    PLANTED.forEach(
        (folder, planted) ->
            assertThat(planted)
                .as("%s/pom.xml bans, execution module-bans", folder)
                .allMatch(coordinates -> isBanned(folder, coordinates)));
  }

  @Test
  void whatAModuleNeedsIsNotReported() {
    ALLOWED.forEach(
        (folder, allowed) ->
            assertThat(allowed)
                .as("%s/pom.xml bans too much", folder)
                .noneMatch(coordinates -> isBanned(folder, coordinates)));
  }

  /** A profile hands system properties to tests, and does nothing else. */
  private static boolean tellsTestsSomething(Profile profile) {
    boolean isOnlyBuild =
        profile.getProperties().isEmpty()
            && profile.getDependencies().isEmpty()
            && profile.getModules().isEmpty()
            && profile.getDependencyManagement() == null
            && profile.getBuild().getPluginManagement() == null;
    return isOnlyBuild
        && profile.getBuild().getPlugins().stream().allMatch(ModuleBansBitesTest::isTold);
  }

  private static boolean isTold(Plugin plugin) {
    return plugin.getArtifactId().equals("maven-surefire-plugin")
        && plugin.getExecutions().isEmpty()
        && plugin.getDependencies().isEmpty()
        && plugin.getConfiguration() instanceof Xpp3Dom configuration
        && Arrays.stream(configuration.getChildren())
            .allMatch(child -> child.getName().equals("systemPropertyVariables"));
  }

  @Test
  void aProfileThatDoesMoreIsReported() {
    Profile skips = new Profile();
    skips.addModule("elsewhere");
    skips.setBuild(new Build());
    assertThat(tellsTestsSomething(skips)).isFalse();
    Profile excludes = new Profile();
    excludes.setBuild(new Build());
    Plugin surefire = new Plugin();
    surefire.setArtifactId("maven-surefire-plugin");
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(new Xpp3Dom("skipTests"));
    surefire.setConfiguration(configuration);
    excludes.getBuild().addPlugin(surefire);
    assertThat(tellsTestsSomething(excludes)).isFalse();
  }

  @Test
  void nothingSwitchesTheBansOff() {
    Map<String, Model> poms = new TreeMap<>(Poms.modules());
    poms.put(".", Poms.root());
    assertThat(poms)
        .allSatisfy(
            (folder, pom) -> {
              assertThat(pom.getProperties().stringPropertyNames())
                  .as("take this property out of %s/pom.xml", folder)
                  .noneMatch(name -> name.startsWith("enforcer.") && !name.endsWith(".version"));
              assertThat(pom.getProfiles())
                  .as("%s/pom.xml: no gate hides here", folder)
                  .allMatch(ModuleBansBitesTest::tellsTestsSomething);
            });
  }

  private static boolean isBanned(String folder, String coordinates) {
    List<String> bans = bans(Poms.modules().get(folder));
    return new ArtifactMatcher(bans, List.of()).match(dependency(coordinates));
  }

  /** The bans of a module as Enforcer will apply them; none if anything keeps it from failing. */
  private static List<String> bans(Model pom) {
    return Optional.ofNullable(pom.getBuild())
        .map(build -> build.getPluginsAsMap().get(ENFORCER))
        .filter(plugin -> plugin.getConfiguration() == null)
        .map(Plugin::getExecutionsAsMap)
        .map(executions -> executions.get("module-bans"))
        .filter(ModuleBansBitesTest::runs)
        .map(execution -> ((Xpp3Dom) execution.getConfiguration()).getChild("rules"))
        .map(rules -> rules.getChild("bannedDependencies"))
        .filter(rule -> rule.getChild("level") == null)
        .filter(rule -> rule.getChild("searchTransitive") == null)
        .filter(rule -> rule.getChild("includes") == null)
        .map(rule -> rule.getChild("excludes"))
        .map(excludes -> Arrays.stream(excludes.getChildren()).map(Xpp3Dom::getValue).toList())
        .orElse(List.of());
  }

  /** The goal's own phase is {@code validate}; nothing but rules may be configured. */
  private static boolean runs(PluginExecution execution) {
    Xpp3Dom configuration = (Xpp3Dom) execution.getConfiguration();
    return execution.getGoals().equals(List.of("enforce"))
        && (execution.getPhase() == null || execution.getPhase().equals("validate"))
        && configuration.getChildCount() == 1;
  }

  private static Dependency dependency(String coordinates) {
    var dependency = new Dependency();
    dependency.setGroupId(coordinates.substring(0, coordinates.indexOf(':')));
    dependency.setArtifactId(coordinates.substring(coordinates.indexOf(':') + 1));
    dependency.setVersion("1");
    return dependency;
  }
}
