package dev.throughline.desktop.sample;

import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.id.WorkspaceId;

/** The sample workspace: opened and removed in one action each, never synced. */
public final class Samples {
  /** The workspace all sample records belong to; no server ever has it. */
  public static final WorkspaceId WORKSPACE =
      WorkspaceId.of("5a3b1e00-0000-8000-8000-000000000001");

  private final Ledger ledger;

  public Samples(Ledger ledger) {
    this.ledger = ledger;
  }
}
