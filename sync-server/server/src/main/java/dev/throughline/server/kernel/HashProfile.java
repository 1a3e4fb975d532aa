package dev.throughline.server.kernel;

/** Over what the embedded Kernel signs; published texts disagree. */
enum HashProfile {
  /** Over the 32 bytes of SHA-256 of the message. */
  DIGEST,
  /** Over the message itself. */
  MESSAGE
}
