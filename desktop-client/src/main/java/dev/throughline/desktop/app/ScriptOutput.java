package dev.throughline.desktop.app;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a command prints: sentences for people, or one JSON object a line for scripts. */
record ScriptOutput(PrintStream out, boolean json) {
  void say(String sentence, Map<String, Object> facts) {
    if (!json) {
      out.println(sentence);
      return;
    }
    Map<String, Value> members = new TreeMap<>();
    facts.forEach((name, fact) -> members.put(name, value(fact)));
    byte[] line = WireFormat.VALUE.encode(new Value.Entries(members), Encoding.JSON);
    out.println(new String(line, StandardCharsets.UTF_8));
  }

  private static Value value(Object fact) {
    return switch (fact) {
      case Integer number -> Value.whole(number);
      case Long number -> Value.whole(number);
      case Boolean flag -> new Value.Flag(flag);
      default -> Value.text(fact.toString());
    };
  }
}
