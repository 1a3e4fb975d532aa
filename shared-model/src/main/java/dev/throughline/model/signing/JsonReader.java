package dev.throughline.model.signing;

import dev.throughline.model.value.Decimals;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads one document, from left to right; accepts nothing that another reader might read otherwise.
 */
final class JsonReader {
  private static final BigInteger WHOLE_MAX = BigInteger.valueOf((1L << 53) - 1);
  private static final int HEX_DIGITS = 4;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Ends reading; told as {@link Json.Parsed.Malformed}. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    Stop(String why) {
      super(why, null, false, false);
    }
  }

  static Json.Parsed read(byte[] bytes, int most) {
    if (bytes.length > most) {
      return new Json.Parsed.Malformed(0, "longer than " + most + " bytes");
    }
    String decoded;
    try {
      decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException _) {
      return new Json.Parsed.Malformed(0, "not well-formed UTF-8");
    }
    JsonReader reader = new JsonReader(decoded);
    try {
      reader.skipSpace();
      Json json = reader.value();
      if (reader.at < decoded.length()) {
        throw new Stop("something follows the document");
      }
      return new Json.Parsed.Read(json);
    } catch (Stop stop) {
      return new Json.Parsed.Malformed(reader.at, String.valueOf(stop.getMessage()));
    }
  }

  private Json value() throws Stop {
    if (at >= text.length()) {
      throw new Stop("the document ends too soon");
    }
    Json json =
        switch (text.charAt(at)) {
          case '{' -> members();
          case '[' -> items();
          case '"' -> new Json.Text(string());
          case 't' -> word("true", new Json.Truth(true));
          case 'f' -> word("false", new Json.Truth(false));
          case 'n' -> word("null", new Json.Nothing());
          default -> number();
        };
    skipSpace();
    return json;
  }

  private Json word(String word, Json meaning) throws Stop {
    if (!text.startsWith(word, at)) {
      throw new Stop("no value begins like this");
    }
    at += word.length();
    return meaning;
  }

  private Json members() throws Stop {
    enter();
    SortedMap<String, Json> members = new TreeMap<>();
    if (!take('}')) {
      do {
        String name = string();
        skipSpace();
        need(':');
        if (members.putIfAbsent(name, value()) != null) {
          throw new Stop("a name stands twice in one object");
        }
      } while (take(','));
      need('}');
    }
    depth--;
    return new Json.Members(members);
  }

  private Json items() throws Stop {
    enter();
    List<Json> items = new ArrayList<>();
    if (!take(']')) {
      do {
        items.add(value());
      } while (take(','));
      need(']');
    }
    depth--;
    return new Json.Items(items);
  }

  private void enter() throws Stop {
    at++;
    skipSpace();
    if (++depth > Json.DEPTH_MAX) {
      throw new Stop("more than " + Json.DEPTH_MAX + " levels");
    }
  }

  private String string() throws Stop {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw new Stop("a name in quotes is missing");
    }
    at++;
    StringBuilder string = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw new Stop("a string does not end");
      }
      char one = text.charAt(at++);
      if (one == '"') {
        return sound(string);
      }
      if (one < ' ') {
        throw new Stop("a control character stands in a string");
      }
      string.append(one == '\\' ? escaped() : one);
    }
  }

  private String sound(StringBuilder string) throws Stop {
    for (int i = 0; i < string.length(); i++) {
      boolean isPair =
          i + 1 < string.length()
              && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
      if (Character.isSurrogate(string.charAt(i)) && !isPair) {
        throw new Stop("half of a surrogate pair");
      }
      i += isPair ? 1 : 0;
    }
    return string.toString();
  }

  private char escaped() throws Stop {
    if (at >= text.length()) {
      throw new Stop("a string does not end");
    }
    return switch (text.charAt(at++)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new Stop("no such escape");
    };
  }

  private char unit() throws Stop {
    int unit = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      int digit = at < text.length() ? hex(text.charAt(at)) : -1;
      if (digit < 0) {
        throw new Stop("an escape needs four hexadecimal digits");
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private static int hex(char one) {
    return one < 128 ? Character.digit(one, 16) : -1;
  }

  private Json number() throws Stop {
    int from = at;
    skip('-');
    boolean isZero = skip('0');
    if (!isZero) {
      digits();
    }
    boolean isWhole = true;
    if (skip('.')) {
      isWhole = false;
      digits();
    }
    if (skip('e') || skip('E')) {
      isWhole = false;
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    String written = text.substring(from, at);
    double value = Double.parseDouble(written);
    if (Double.isInfinite(value)
        || (isWhole && new BigInteger(written).abs().compareTo(WHOLE_MAX) > 0)) {
      throw new Stop("a number that not every reader holds exactly");
    }
    return new Json.Number(value);
  }

  private void digits() throws Stop {
    int from = at;
    while (at < text.length() && Decimals.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw new Stop("no value begins like this");
    }
  }

  private boolean skip(char sign) {
    boolean isThere = at < text.length() && text.charAt(at) == sign;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private boolean take(char sign) {
    boolean isThere = skip(sign);
    if (isThere) {
      skipSpace();
    }
    return isThere;
  }

  private void need(char sign) throws Stop {
    if (!take(sign)) {
      throw new Stop("a " + sign + " is missing");
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
