package dev.throughline.desktop.store;

/** How far an operation has come on its way to the server and back. */
public enum WaitingState {
  /** Never left this computer; may be folded with what follows. */
  WAITING,
  /** May have reached the server; resent as it is until the outcome is known. */
  SENT,
  /** On the server; goes once the pull has brought its effect. */
  ANSWERED,
  /** Stays here until what it belongs to, which is parked, is settled. */
  HELD,
  /** Kept aside by the server, with a reason. */
  PARKED
}
