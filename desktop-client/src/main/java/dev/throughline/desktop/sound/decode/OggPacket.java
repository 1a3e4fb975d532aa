package dev.throughline.desktop.sound.decode;

/**
 * One packet of an Ogg stream.
 *
 * @param granule of the page it ends on: how many samples there are up to that page's end
 * @param endsPage whether it is the last that ends on its page
 * @param endsStream whether its page is the last of the stream
 */
record OggPacket(byte[] data, long granule, boolean endsPage, boolean endsStream) {
  boolean begins(String text) {
    return KindGuess.is(data, 0, text);
  }
}
