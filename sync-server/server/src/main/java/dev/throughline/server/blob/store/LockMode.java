package dev.throughline.server.blob.store;

/** How firmly a version is kept until its time. */
public enum LockMode {
  /** Somebody with a right of their own, which this server has not, could delete it. */
  GOVERNANCE,
  /** Nobody can. */
  COMPLIANCE
}
