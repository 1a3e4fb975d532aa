package dev.throughline.model.wire;

import dev.throughline.model.value.NamedValues;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads a value tree in either encoding; refuses what is malformed, too deep or too long. */
final class ValueReader {
  /** Most values in one message; keeps a small hostile body from becoming a large tree. */
  private static final int VALUES_MAX = 2_000_000;

  /**
   * Places before and after the point. Written out in full such a number stays well below the
   * digits a reader accepts, also after a database has rewritten it.
   */
  private static final int PLACES_MAX = 24;

  /** Decimal digits that always fit 64 bits. */
  private static final int LONG_DIGITS = 19;

  private int seen;

  private ValueReader() {}

  static Value read(byte[] bytes, Encoding encoding) {
    try (JsonParser in = encoding.factory().createParser(ObjectReadContext.empty(), bytes)) {
      in.nextToken();
      Value value = new ValueReader().read(in);
      if (in.nextToken() != null) {
        throw new MalformedMessage("there are bytes after the message");
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedMessage("not a well-formed message", e);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage("not a valid text: " + e.getMessage(), e);
    }
  }

  private Value read(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new MalformedMessage("the message ends early");
    }
    if (++seen > VALUES_MAX) {
      throw new MalformedMessage("the message holds more than " + VALUES_MAX + " values");
    }
    return switch (token) {
      case VALUE_NULL -> Value.NOTHING;
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case VALUE_STRING -> new Value.Text(in.getString());
      case VALUE_NUMBER_INT -> whole(in);
      case VALUE_NUMBER_FLOAT -> decimal(in);
      case START_ARRAY -> items(in);
      case START_OBJECT -> entries(in);
      default -> throw new MalformedMessage("a " + token + " has no place in a message");
    };
  }

  private static Value whole(JsonParser in) {
    JsonParser.NumberType type = in.getNumberType();
    if (type == JsonParser.NumberType.BIG_INTEGER) {
      throw new MalformedMessage("a whole number does not fit 64 bits");
    }
    return new Value.Whole(in.getLongValue());
  }

  private static Value decimal(JsonParser in) {
    if (in.isNaN()) {
      throw new MalformedMessage("a number is not finite");
    }
    BigDecimal number = in.getDecimalValue();
    long before = (long) number.precision() - number.scale();
    if (Math.abs((long) number.scale()) > PLACES_MAX || before > PLACES_MAX) {
      throw new MalformedMessage("a number has more than " + PLACES_MAX + " places");
    }
    return isWhole(number) ? new Value.Whole(number.longValueExact()) : new Value.Decimal(number);
  }

  /** JSON cannot tell 12.0 from 12, so neither do we. */
  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.precision() - number.scale() < LONG_DIGITS;
  }

  private Value items(JsonParser in) {
    List<Value> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(in));
    }
    return new Value.Items(items);
  }

  private Value entries(JsonParser in) {
    NamedValues.Builder<Value> entries = new NamedValues.Builder<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      if (in.currentToken() != JsonToken.PROPERTY_NAME) {
        throw new MalformedMessage("a member has no name");
      }
      String name = in.currentName();
      in.nextToken();
      if (!entries.add(name, read(in))) {
        throw new MalformedMessage("a member stands twice");
      }
    }
    return new Value.Entries(entries.build());
  }
}
