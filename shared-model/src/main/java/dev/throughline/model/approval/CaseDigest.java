package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a vote is bound to: the document, the rule, every piece of evidence, and the state of the
 * keys. Whoever signs it has signed all of that, and nothing else.
 */
public final class CaseDigest {
  private CaseDigest() {}

  /**
   * SHA-256 over the canonical form of it, in hexadecimal.
   *
   * @param approval the id of the approval
   * @param subject the digest of the packet
   * @param manifest the document of the packet
   * @param registry as of which log entry keys are looked up
   */
  public static String of(
      RecordId approval,
      long revision,
      String subject,
      Json manifest,
      Policy policy,
      long registry) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("caseId", new Json.Text(approval.toString()));
    members.put("revision", new Json.Number(revision));
    members.put("subjectDigest", new Json.Text(subject));
    members.put("policyId", new Json.Text(policy.id()));
    members.put("policyVersion", new Json.Number(policy.version()));
    members.put("policyDigest", new Json.Text(policy.digest()));
    members.put("evidenceDigests", new Json.Items(evidence(manifest)));
    members.put("registryVersion", new Json.Number(registry));
    return Sha256.hex(new Json.Members(members).canonical());
  }

  /** A digest for each piece of evidence and each proof of an item. */
  private static List<Json> evidence(Json manifest) {
    Map<String, Json> members = manifest instanceof Json.Members(var its) ? its : Map.of();
    List<Json> digests = new ArrayList<>();
    items(members.get("evidence")).forEach(one -> digests.add(digest(one)));
    for (String part : List.of("legalChecklist", "checklist")) {
      for (Json item : items(members.get(part))) {
        if (item instanceof Json.Members(var its)) {
          items(its.get("proofs")).forEach(one -> digests.add(digest(one)));
        }
      }
    }
    return digests;
  }

  private static List<Json> items(@org.jspecify.annotations.Nullable Json json) {
    return json instanceof Json.Items(var items) ? items : List.of();
  }

  private static Json digest(Json json) {
    return new Json.Text(Sha256.hex(json.canonical()));
  }
}
