package dev.throughline.model.wire;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * The two forms every message has: CBOR for machines, JSON for people. Same members, same order.
 */
public enum Encoding {
  CBOR("application/vnd.throughline.v1+cbor", cbor()),
  JSON("application/json", json());

  /** Deepest nesting a message may have. */
  public static final int DEPTH_MAX = 32;

  /** Longest single text, in UTF-16 units: four times the longest field, for its splices. */
  public static final int TEXT_MAX = 4_000_000;

  private static final int NAME_MAX = 200;
  private static final int DIGITS_MAX = 60;

  private final String mediaType;
  private final TokenStreamFactory factory;

  Encoding(String mediaType, TokenStreamFactory factory) {
    this.mediaType = mediaType;
    this.factory = factory;
  }

  public String mediaType() {
    return mediaType;
  }

  TokenStreamFactory factory() {
    return factory;
  }

  private static TokenStreamFactory cbor() {
    return CBORFactory.builder()
        .streamReadConstraints(constraints())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private static TokenStreamFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(constraints())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(DEPTH_MAX)
        .maxStringLength(TEXT_MAX)
        .maxNameLength(NAME_MAX)
        .maxNumberLength(DIGITS_MAX)
        .build();
  }
}
