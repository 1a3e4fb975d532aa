package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/**
 * Every part of the window was in a scene that a test of the desktop walked, where whatever keeps
 * somebody out is a failure: the list of screens cannot fall behind the screens there are.
 */
class EveryPartWalkedIT {
  private static final Path DESKTOP =
      Path.of("..", "..", "desktop-client", "target").toAbsolutePath().normalize();

  /** Never in a scene of their own, each with the reason. */
  private static final Map<String, String> EXEMPT =
      Map.of(
          "dev.throughline.desktop.ui.notice.Announcer",
          "is heard and never seen",
          "dev.throughline.desktop.walkthrough.Spotlight",
          "dims the window and holds no words");

  @Test
  void noPartOfTheWindowIsLeftOut() throws IOException {
    Path walked = DESKTOP.resolve("walked");
    assumeTrue(
        Files.isDirectory(walked), "no test of the desktop walked a scene; mvn verify does that");
    Set<String> met;
    try (Stream<Path> files = Files.list(walked)) {
      met = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
    Map<String, Class<?>> parts = parts(DESKTOP.resolve("classes"));
    assertThat(parts).as("classes of the desktop that stand in a scene").hasSizeGreaterThan(150);
    assertThat(unmet(parts.keySet(), met))
        .as("show each of these in a test that walks its scene, such as one with pictures")
        .isEmpty();
    assertThat(parts.keySet()).as("exempt from the walk, and gone").containsAll(EXEMPT.keySet());
  }

  @Test
  void aPartThatNobodyWalkedIsNamed() {
    assertThat(
            unmet(
                Set.of("dev.throughline.desktop.NewView", "dev.throughline.desktop.Old"),
                Set.of("dev.throughline.desktop.Old")))
        .containsExactly("dev.throughline.desktop.NewView");
  }

  @Test
  void whatStandsInASceneIsFoundAmongTheClasses() throws Exception {
    assertThat(isPart(Class.forName("dev.throughline.desktop.recording.RecorderView"))).isTrue();
    assertThat(isPart(Node.class)).as("abstract").isFalse();
    assertThat(isPart(String.class)).isFalse();
  }

  private static Set<String> unmet(Set<String> parts, Set<String> met) {
    Set<String> unmet = new TreeSet<>(parts);
    unmet.removeAll(met);
    unmet.removeAll(EXEMPT.keySet());
    return unmet;
  }

  private static Map<String, Class<?>> parts(Path classes) throws IOException {
    Map<String, Class<?>> parts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
        Class<?> one = named(name.substring(0, name.length() - ".class".length()));
        if (isPart(one)) {
          parts.put(one.getName(), one);
        }
      }
    }
    return parts;
  }

  private static Class<?> named(String name) {
    try {
      return name.equals("module-info")
          ? String.class
          : Class.forName(name, false, EveryPartWalkedIT.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An anonymous class is a part of the one it stands in. */
  private static boolean isPart(Class<?> one) {
    return Node.class.isAssignableFrom(one)
        && !Modifier.isAbstract(one.getModifiers())
        && !one.isAnonymousClass();
  }
}
