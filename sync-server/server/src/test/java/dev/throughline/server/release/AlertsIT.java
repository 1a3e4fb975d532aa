package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Alerts and runbooks name nothing that a running server does not have. */
class AlertsIT extends FigureDesk {
  private static final Path FOLDER = Path.of("..", "..", "docs", "runbooks");
  private static final Pattern SERIES =
      Pattern.compile("(throughline_[a-z0-9_]+)(?:\\{([a-z]+)=~?\"([^\"]*)\"})?");
  private static final Pattern ROUTE = Pattern.compile("`(GET|POST) (/[^`?]*)[^`]*`");
  private static final Pattern ALERT = Pattern.compile("\\*\\*(Throughline\\w+)\\*\\*");

  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  /** A rule of the file. */
  private record Rule(String name, String expr, String runbook, String severity) {
    static Rule of(Object from) {
      Map<?, ?> rule = (Map<?, ?>) from;
      Map<?, ?> notes = (Map<?, ?>) Objects.requireNonNull(rule.get("annotations"));
      Map<?, ?> labels = (Map<?, ?>) Objects.requireNonNull(rule.get("labels"));
      assertThat(String.valueOf(notes.get("summary"))).endsWith(".");
      return new Rule(
          String.valueOf(rule.get("alert")),
          String.valueOf(rule.get("expr")),
          String.valueOf(notes.get("runbook_url")),
          String.valueOf(labels.get("severity")));
    }
  }

  private static List<Rule> rules() throws IOException {
    try (InputStream in = Files.newInputStream(FOLDER.resolve("alerts.yml"))) {
      Map<?, ?> file = new Yaml().load(in);
      List<Rule> rules = new ArrayList<>();
      for (Object group : (List<?>) Objects.requireNonNull(file.get("groups"))) {
        for (Object rule : (List<?>) Objects.requireNonNull(((Map<?, ?>) group).get("rules"))) {
          rules.add(Rule.of(rule));
        }
      }
      return rules;
    }
  }

  private static List<String> missing(String text, Map<String, Double> figures) {
    return SERIES
        .matcher(text)
        .results()
        .flatMap(named -> series(named))
        .filter(name -> figures.keySet().stream().noneMatch(told -> isThat(told, name)))
        .toList();
  }

  /** One for each value of the label. */
  private static Stream<String> series(MatchResult named) {
    return named.group(2) == null
        ? Stream.of(named.group(1))
        : Stream.of(named.group(3).split("\\|"))
            .map(value -> named.group(1) + "{" + named.group(2) + "=\"" + value + "\"");
  }

  private static boolean isThat(String told, String name) {
    return told.equals(name) || told.startsWith(name + "{") || told.startsWith(name + "}");
  }

  @Test
  void everySeriesOfAnAlertIsToldByARunningServer() throws Exception {
    List<Rule> rules = rules();
    Map<String, Double> figures = figures(server);
    for (Rule rule : rules) {
      assertThat(SERIES.matcher(rule.expr()).find()).as(rule.name()).isTrue();
      assertThat(missing(rule.expr(), figures)).as(rule.name()).isEmpty();
      assertThat(rule.severity()).isIn("page", "ticket");
    }
    assertThat(rules).extracting(Rule::name).doesNotHaveDuplicates().hasSizeGreaterThan(5);
  }

  @Test
  void aSeriesThatNobodyTellsIsNoticed() {
    Map<String, Double> figures = figures(server);
    assertThat(missing("throughline_moods > 1", figures)).containsExactly("throughline_moods");
    assertThat(missing("throughline_releases{state=\"tired\"} > 0", figures)).hasSize(1);
  }

  @Test
  void everyAlertLeadsToARunbookThatTellsOfIt() throws Exception {
    Set<String> told = new TreeSet<>();
    for (Path page : runbooks()) {
      ALERT.matcher(Files.readString(page)).results().forEach(found -> told.add(found.group(1)));
    }
    Set<String> named = new TreeSet<>();
    for (Rule rule : rules()) {
      named.add(rule.name());
      Path page = Path.of("..", "..").resolve(rule.runbook());
      assertThat(Files.readString(page)).as(rule.name()).contains("**" + rule.name() + "**");
    }
    assertThat(told).isEqualTo(named);
  }

  @Test
  void everyFigureAndRouteOfARunbookExists() throws Exception {
    Map<String, Double> figures = figures(server);
    Set<String> routes = routes();
    for (Path page : runbooks()) {
      String text = Files.readString(page);
      assertThat(missing(text, figures)).as(page.toString()).isEmpty();
      List<String> said =
          ROUTE
              .matcher(text)
              .results()
              .map(found -> found.group(1) + " " + found.group(2))
              .toList();
      assertThat(said).isNotEmpty().allMatch(routes::contains);
      assertThat(text)
          .contains("## Symptoms", "## First look", "## Steps", "## Over when", "## Who decides");
    }
  }

  private static Set<String> routes() throws IOException {
    try (InputStream in = AlertsIT.class.getResourceAsStream("/static/openapi.yaml")) {
      Map<?, ?> document = new Yaml().load(in);
      Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(document.get("paths"));
      Set<String> routes = new TreeSet<>(Set.of("GET /actuator/prometheus"));
      paths.forEach(
          (path, methods) ->
              ((Map<?, ?>) methods)
                  .keySet()
                  .forEach(
                      method ->
                          routes.add(
                              String.valueOf(method).toUpperCase(java.util.Locale.ROOT)
                                  + " "
                                  + path)));
      return routes;
    }
  }

  private static List<Path> runbooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).collect(Collectors.toList());
    }
  }
}
