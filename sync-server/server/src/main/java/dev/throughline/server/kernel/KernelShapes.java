package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Fields;
import java.util.Map;

/** The bodies Kernel is asked with, as it publishes them. */
final class KernelShapes {
  private KernelShapes() {}

  static Json.Members sign(Json.Members manifest) {
    return Fields.object(Map.of("manifest", manifest));
  }

  static Json.Members create(Upgrade upgrade, String submittedBy) {
    return Fields.object(
        Map.of("manifest", manifest(upgrade), "submittedBy", new Json.Text(submittedBy)));
  }

  private static Json.Members manifest(Upgrade upgrade) {
    Json preconditions =
        new Json.Items(upgrade.preconditions().stream().<Json>map(Json.Text::new).toList());
    return Fields.object(
        Map.of(
            "upgradeId", new Json.Text(upgrade.upgradeId()),
            "type", new Json.Text(upgrade.type().wireName()),
            "target", new Json.Text(upgrade.target()),
            "rationale", new Json.Text(upgrade.rationale()),
            "impact", upgrade.impact(),
            "preconditions", preconditions,
            "timestamp", new Json.Text(upgrade.timestamp().toString()),
            "proposedBy", new Json.Text(upgrade.proposedBy())));
  }

  static Json.Members approve(Approved by) {
    return Fields.object(
        Map.of(
            "approverId", new Json.Text(by.approverId()),
            "signature", new Json.Text(by.signature()),
            "notes", new Json.Text(by.notes())));
  }

  static Json.Members apply(String appliedBy) {
    return Fields.object(Map.of("appliedBy", new Json.Text(appliedBy)));
  }
}
