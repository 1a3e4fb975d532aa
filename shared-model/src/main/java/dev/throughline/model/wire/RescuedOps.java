package dev.throughline.model.wire;

import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.util.Base64;
import java.util.List;

/**
 * Operations inside a record: one text, the CBOR of a list of operations in base64. So however deep
 * their values are, the record is not.
 */
public final class RescuedOps {
  private RescuedOps() {}

  /** The operations as the value of a field. */
  public static Value of(List<Op> ops) {
    Value list = new Value.Items(ops.stream().map(WireFormat.OP::write).toList());
    return Value.text(
        Base64.getEncoder().encodeToString(WireFormat.VALUE.encode(list, Encoding.CBOR)));
  }

  /** The operations in the value of a field, in their order; none when it cannot be read. */
  public static List<Op> from(Value value) {
    try {
      return value instanceof Value.Text(String text)
              && WireFormat.VALUE.decode(Base64.getDecoder().decode(text), Encoding.CBOR)
                  instanceof Value.Items(var items)
          ? items.stream().map(WireFormat.OP::read).toList()
          : List.of();
    } catch (MalformedMessage | IllegalArgumentException _) {
      return List.of();
    }
  }
}
