package dev.throughline.model.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is signed is shown from its bytes, whole or not at all. */
class ManifestReaderTest {
  private final Bundles all = Bundles.whole();
  private final Json.Members manifest = (Json.Members) Manifest.of(all.bundle(), 3);

  @Test
  void whatIsReadIsWhatWasWritten() {
    Bundle read = ManifestReader.read(manifest).orElseThrow();
    assertThat(Manifest.of(read, 3)).isEqualTo(manifest);
    assertThat(read.handoff().ask()).isEqualTo(all.bundle().handoff().ask());
    assertThat(read.items()).isEqualTo(all.bundle().items().stream().map(this::bare).toList());
    assertThat(CostSum.of(read.costs())).isEqualTo(CostSum.of(all.bundle().costs()));
    assertThat(Preflight.of(read)).isEqualTo(Preflight.of(all.bundle()));
  }

  /** A manifest names the handoff once. */
  private ChecklistItem bare(ChecklistItem item) {
    return new ChecklistItem(
        item.id(),
        Optional.empty(),
        item.section(),
        item.code(),
        item.title(),
        item.needs(),
        item.filling(),
        item.state(),
        item.owner(),
        item.due(),
        item.note(),
        item.basis());
  }

  @Test
  void whatNobodyHasAWordForIsNotRead() {
    for (Json.Members other : widened(manifest)) {
      assertThat(ManifestReader.read(other)).as(String.valueOf(other)).isEmpty();
    }
  }

  /** The document with one more member, once in every object of it. */
  private static List<Json.Members> widened(Json.Members of) {
    List<Json.Members> all = new ArrayList<>();
    all.add(with(of, "surely", new Json.Text("yes")));
    of.members()
        .forEach(
            (name, value) -> widenedValues(value).forEach(other -> all.add(with(of, name, other))));
    return all;
  }

  private static List<Json> widenedValues(Json value) {
    return switch (value) {
      case Json.Members members -> List.copyOf(widened(members));
      case Json.Items(List<Json> items) -> {
        List<Json> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          for (Json other : widenedValues(items.get(i))) {
            List<Json> changed = new ArrayList<>(items);
            changed.set(i, other);
            all.add(new Json.Items(changed));
          }
        }
        yield all;
      }
      default -> List.of();
    };
  }

  private static Json.Members with(Json.Members of, String name, Json value) {
    Map<String, Json> members = new TreeMap<>(of.members());
    members.put(name, value);
    return new Json.Members(new TreeMap<>(members));
  }

  @Test
  void anotherSchemaAndAnotherShapeAreNotRead() {
    assertThat(ManifestReader.read(with(manifest, "schema", new Json.Text("handoff-manifest/v2"))))
        .isEmpty();
    assertThat(ManifestReader.read(with(manifest, "costs", new Json.Text("none")))).isEmpty();
    assertThat(ManifestReader.read(with(manifest, "manifestId", new Json.Text("x")))).isEmpty();
    assertThat(ManifestReader.read(new Json.Nothing())).isEmpty();
  }
}
