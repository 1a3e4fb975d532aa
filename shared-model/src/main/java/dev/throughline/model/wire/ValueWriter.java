package dev.throughline.model.wire;

import dev.throughline.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes a value tree in either encoding. */
final class ValueWriter {
  private static final int BYTES_LEAST = 512;

  private ValueWriter() {}

  static byte[] write(Value value, Encoding encoding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_LEAST + textLength(value));
    try (JsonGenerator out =
        encoding.factory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(value, out);
    }
    return bytes.toByteArray();
  }

  /** Long texts are most of what is long; without their length a buffer is copied many times. */
  private static int textLength(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length();
      case Value.Items(var values) -> values.stream().mapToInt(ValueWriter::textLength).sum();
      case Value.Entries(var values) ->
          values.values().stream().mapToInt(ValueWriter::textLength).sum();
      case Value.Nothing _, Value.Flag _, Value.Whole _, Value.Decimal _ -> 0;
    };
  }

  private static void write(Value value, JsonGenerator out) {
    switch (value) {
      case Value.Nothing() -> out.writeNull();
      case Value.Flag(boolean flag) -> out.writeBoolean(flag);
      case Value.Whole(long number) -> out.writeNumber(number);
      // Always with a fraction: 100 would be read back as a whole number, and 1E+2 is one to some.
      case Value.Decimal(var number) ->
          out.writeNumber(number.scale() > 0 ? number : number.setScale(1));
      case Value.Text(String text) -> out.writeString(text);
      case Value.Items(var values) -> {
        out.writeStartArray(values, values.size());
        values.forEach(item -> write(item, out));
        out.writeEndArray();
      }
      case Value.Entries(var values) -> {
        out.writeStartObject(values, values.size());
        for (Map.Entry<String, Value> entry : values.entrySet()) {
          out.writeName(entry.getKey());
          write(entry.getValue(), out);
        }
        out.writeEndObject();
      }
    }
  }
}
