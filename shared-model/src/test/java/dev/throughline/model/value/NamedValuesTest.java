package dev.throughline.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An immutable map in the order of its names behaves as any sorted map does. */
class NamedValuesTest {
  private static final int NAMES = 40;

  @Test
  void isTheSameAsASortedMapInWhateverOrderItIsPutTogether() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      TreeMap<String, Integer> wanted = new TreeMap<>();
      NamedValues.Builder<Integer> builder = new NamedValues.Builder<>();
      for (int i = random.nextInt(NAMES); i > 0; i--) {
        String name = "n" + random.nextInt(NAMES);
        assertThat(builder.add(name, i)).isEqualTo(wanted.putIfAbsent(name, i) == null);
      }
      NamedValues<Integer> built = builder.build();
      assertThat(built).isEqualTo(wanted).hasSameHashCodeAs(wanted).hasToString("" + wanted);
      assertThat(wanted).isEqualTo(built);
      assertThat(built.keySet()).containsExactlyElementsOf(wanted.keySet());
      assertThat(built.values()).containsExactlyElementsOf(wanted.values());
      for (int i = 0; i < NAMES; i++) {
        assertThat(built.get("n" + i)).isEqualTo(wanted.get("n" + i));
        assertThat(built.containsKey("n" + i)).isEqualTo(wanted.containsKey("n" + i));
      }
      assertThat(built.headMap("n2")).isEqualTo(wanted.headMap("n2"));
      assertThat(built.tailMap("n2")).isEqualTo(wanted.tailMap("n2"));
      assertThat(built.subMap("n1", "n2")).isEqualTo(wanted.subMap("n1", "n2"));
      if (!wanted.isEmpty()) {
        assertThat(built.firstKey()).isEqualTo(wanted.firstKey());
        assertThat(built.lastKey()).isEqualTo(wanted.lastKey());
      }
      assertThat(NamedValues.copyOf(wanted)).isEqualTo(built);
      assertThat(NamedValues.copyOf(built)).isSameAs(built);
    }
  }

  @Test
  void nobodyChangesIt() {
    NamedValues<Integer> values = NamedValues.copyOf(Map.of("one", 1));
    assertThatThrownBy(() -> values.put("two", 2))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(values::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> values.entrySet().iterator().next().setValue(3))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aNameIsASoundText() {
    assertThatThrownBy(() -> NamedValues.copyOf(Map.of("a\0b", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
