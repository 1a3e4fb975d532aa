package dev.throughline.house;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What the poms say, read as Maven reads them, before inheritance. */
final class Poms {
  private Poms() {}

  static Model root() {
    return read("pom.xml");
  }

  /** The modules by their folder. */
  static Map<String, Model> modules() {
    Map<String, Model> modules = new TreeMap<>();
    for (String folder : root().getModules()) {
      modules.put(folder, read(folder + "/pom.xml"));
    }
    return modules;
  }

  /** What the root hands to every javac of the build. */
  static List<String> compilerArguments() {
    Plugin compiler =
        root()
            .getBuild()
            .getPluginManagement()
            .getPluginsAsMap()
            .get("org.apache.maven.plugins:maven-compiler-plugin");
    Xpp3Dom configuration = (Xpp3Dom) compiler.getConfiguration();
    return List.of(configuration.getChild("compilerArgs").getChildren()).stream()
        .map(Xpp3Dom::getValue)
        .toList();
  }

  private static Model read(String path) {
    try (Reader reader =
        Files.newBufferedReader(Repository.ROOT.resolve(path), StandardCharsets.UTF_8)) {
      return new MavenXpp3Reader().read(reader);
    } catch (IOException | XmlPullParserException e) {
      throw new IllegalStateException(path + " cannot be read", e);
    }
  }
}
