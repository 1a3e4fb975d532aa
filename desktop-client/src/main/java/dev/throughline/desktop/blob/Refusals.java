package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Why;

/** What a person is told of a code with which a server refused to take a blob. */
final class Refusals {
  private Refusals() {}

  static Why why(String code) {
    return switch (code) {
      case BlobTransport.NOT_FOUND -> Why.RECORD;
      case BlobTransport.SIGN_IN -> Why.SIGN_IN;
      case BlobTransport.NOT_ALLOWED, BlobTransport.NO_ROLE -> Why.NOT_ALLOWED;
      case BlobTransport.NO_STORE -> Why.NO_STORE;
      case BlobTransport.OTHER_CONTENT -> Why.OTHER_CONTENT;
      default -> Why.REFUSED;
    };
  }
}
