package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;

/**
 * Signs manifests, and takes them in as upgrades that others approve before they are applied.
 *
 * <p>Each write has a key {@code once}: 1 to 200 visible ASCII characters. The same call with the
 * same key gives the same answer and leaves one trace; the key with other content is refused as
 * {@code conflict}. A refusal leaves no trace, so its key is free again. What cannot be read is
 * refused as {@code malformed}.
 *
 * <p>A call may take a quarter of a minute, and stays done when the caller's own transaction does
 * not: it belongs outside of transactions.
 */
public interface Kernel {
  /**
   * Signs a document.
   *
   * @param manifest with a text {@code id} of 1 to 200 letters, digits and {@code _.:-}, which
   *     becomes the record's manifest id; at most {@link Json#BYTES_MAX} bytes
   */
  Answer<SignatureRecord> sign(Json.Members manifest, String once);

  /** Proposes an upgrade. Its id with other content is refused as {@code conflict}. */
  Answer<Done> create(Upgrade upgrade, String submittedBy, String once);

  /**
   * Approves an upgrade. A second vote of the same approver changes nothing and is {@link
   * Answer.Given}, because a vote is there already. An unknown upgrade is refused as {@code
   * not_found}; one that is applied takes no more votes: {@code already_applied}.
   */
  Answer<Done> approve(String upgradeId, Approved by, String once);

  /**
   * Applies an upgrade. Approvals older than 14 days do not count; too few are refused as {@code
   * insufficient_quorum}, an unknown upgrade as {@code not_found}. Applying what is applied already
   * is {@link Answer.Given}.
   */
  Answer<Done> apply(String upgradeId, String appliedBy, String once);

  /** Whether it can be asked now. */
  Answer<Health> ready();
}
