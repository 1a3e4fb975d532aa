package dev.throughline.model.approval;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A digest as six words that people can say to each other: each stands for eight bits of its
 * beginning. They tell packets apart at a glance; what counts is the whole digest.
 */
public final class PacketWords {
  private static final int COUNT = 6;
  private static final int HEX_DIGITS = 2;

  private static final List<String> WORDS =
      List.of(
          """
          acorn amber anchor angle apple apron arrow atlas autumn badge bagel baker bamboo banjo
          barley basil basket beach beacon beetle bench berry birch bishop bison blanket blossom
          boat bonnet border bottle branch brass bread brick bridge broom bubble bucket buffalo
          bugle butter button cabin cactus camel candle canoe canyon carbon carpet castle cedar
          cello chalk chapel cherry chess chimney cider cinema circle citrus clover coast cobalt
          coconut comet copper coral cotton cradle crane crayon cricket crown crystal curtain daisy
          dancer desert diamond dinner dolphin donkey dragon drum eagle easel echo eleven elbow
          ember engine fabric falcon feather fennel ferry fiddle finch flame flute forest fossil
          fountain fox galaxy garden garlic gate ginger glacier glove goblet goose granite grape
          gravel guitar hammer harbour harvest hazel helmet heron hill hockey honey horizon hotel
          ice igloo indigo island ivory jacket jade jasmine jelly jigsaw juniper kayak kettle
          kitchen kite ladder lagoon lantern lattice laurel lemon lentil lilac linen lion lizard
          lobster locket lotus magnet mango maple marble meadow medal melon meteor mirror mitten
          monkey mosaic motor mountain muffin museum needle nest nickel noble north nutmeg oasis
          oboe ocean olive onion opal orange orbit orchid otter oven oyster paddle palace panda
          paper parrot pastel pearl pebble pencil pepper piano picnic pigeon pillow pine planet plum
          pocket pony poplar potato prairie prism puffin pumpkin quartz quill rabbit radish raft
          rain raven ribbon river robin rocket rose rubber saddle saffron salmon sandal satin scarf
          seven shadow shell silver skate sparrow spider spoon squash stable stone summer sunset
          swan table teapot thistle tiger
          """
              .strip()
              .split("\\s+"));

  private PacketWords() {}

  /** The words of a digest of at least twelve hexadecimal digits; none of anything else. */
  public static List<String> of(String digest) {
    boolean isDigest = digest.matches("[0-9a-f]{12,}");
    return isDigest
        ? IntStream.range(0, COUNT)
            .map(i -> Integer.parseInt(digest, i * HEX_DIGITS, (i + 1) * HEX_DIGITS, 16))
            .mapToObj(WORDS::get)
            .toList()
        : List.of();
  }

  static List<String> all() {
    return WORDS;
  }
}
