package dev.throughline.model.audit;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a server signs of a package it gives out: every line of it, which events of the chain it
 * shows, and where the chain ended. So nobody it is handed on by can hide an event, cut off the end
 * or put something beside it.
 *
 * @param workspace whose chain it is
 * @param events how many the chain had
 * @param head the link after the last of them
 * @param told {@link AuditChain} over the digests of the events that are shown, and of no others
 * @param lines SHA-256 over all other lines of the package, each with the line feed behind it
 * @param at when it was sealed, by the server's clock
 */
public record PackageSeal(
    String workspace,
    RecordId handoff,
    long events,
    String head,
    String told,
    String lines,
    Instant at) {
  public static final String PAYLOAD_TYPE = "application/vnd.throughline.audit-seal+json";

  private static final String SCHEMA = "audit-seal/v1";
  private static final String TYPE = "seal";

  /**
   * What stands in a package.
   *
   * @param spki the key it is signed with, in its DER form; whose it is, its reader has to know
   */
  public record Sealed(PackageSeal seal, byte[] spki) {
    /** SHA-256 over the key, in hexadecimal. */
    public String keyId() {
      return Sha256.hex(spki);
    }
  }

  /** The link after the events that are shown, from their digests in order. */
  static String told(Collection<String> digests) {
    String link = AuditChain.BEGINNING;
    for (String digest : digests) {
      link = AuditChain.link(link, digest);
    }
    return link;
  }

  /** Over all lines but that of a seal. */
  static String content(Collection<String> lines) {
    StringBuilder all = new StringBuilder();
    lines.stream().filter(line -> !isSeal(line)).forEach(line -> all.append(line).append('\n'));
    return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isSeal(String line) {
    return Json.parse(line.getBytes(StandardCharsets.UTF_8), CasePackage.LINE_BYTES_MAX)
            instanceof Json.Parsed.Read(Json.Members(var members))
        && PackageCheck.text(members, "type").equals(TYPE);
  }

  /**
   * That of a chain of which some events are shown, given the digests of both in order.
   *
   * @param lines all others of the package
   */
  public static PackageSeal of(
      WorkspaceId workspace,
      RecordId handoff,
      Collection<String> chain,
      Collection<String> shown,
      Collection<String> lines,
      Instant at) {
    return new PackageSeal(
        workspace.toString(), handoff, chain.size(), told(chain), told(shown), content(lines), at);
  }

  /**
   * The line of a package.
   *
   * @param signed an envelope of {@link #bytes}, of the type {@link #PAYLOAD_TYPE}
   * @param spki the key it is signed with, in its DER form
   */
  public static String line(Envelope signed, byte[] spki) {
    return CasePackage.line(
        TYPE,
        Map.of(
            "envelope", new Json.Text(new String(signed.toBytes(), StandardCharsets.UTF_8)),
            "key", new Json.Text(Base64s.write(spki))));
  }

  /** What is signed: JSON in its canonical form. */
  public byte[] bytes() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("schema", new Json.Text(SCHEMA));
    members.put("workspace", new Json.Text(workspace));
    members.put("handoff", new Json.Text(handoff.toString()));
    members.put("events", new Json.Text(Long.toString(events)));
    members.put("head", new Json.Text(head));
    members.put("told", new Json.Text(told));
    members.put("lines", new Json.Text(lines));
    members.put("at", new Json.Text(at.toString()));
    return new Json.Members(members).canonical();
  }

  /** Reads a line; empty when it is no seal, or not signed by the key it names. */
  static Optional<Sealed> read(String envelope, String key) {
    byte[] spki = Base64s.read(key).orElse(new byte[0]);
    if (!(Envelope.parse(envelope.getBytes(StandardCharsets.UTF_8), Set.of(PAYLOAD_TYPE))
            instanceof Envelope.Parsed.Read(Envelope read))
        || !read.isSigned(read.signatures().getFirst(), spki)) {
      return Optional.empty();
    }
    return parse(read.payload()).map(seal -> new Sealed(seal, spki));
  }

  private static Optional<PackageSeal> parse(byte[] payload) {
    if (!(Json.parse(payload) instanceof Json.Parsed.Read(Json.Members(var members)))
        || !PackageCheck.text(members, "schema").equals(SCHEMA)) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(PackageCheck.text(members, "at"));
      return RecordId.parse(PackageCheck.text(members, "handoff"))
          .map(
              handoff ->
                  new PackageSeal(
                      PackageCheck.text(members, "workspace"),
                      handoff,
                      PackageCheck.number(members, "events"),
                      PackageCheck.text(members, "head"),
                      PackageCheck.text(members, "told"),
                      PackageCheck.text(members, "lines"),
                      at));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Whether it is that of a package. */
  boolean isOf(CasePackage of) {
    return handoff.equals(of.handoff())
        && events == of.chain().size()
        && head.equals(of.head())
        && lines.equals(of.content())
        && told.equals(
            told(of.events().keySet().stream().map(at -> of.chain().get((int) (at - 1))).toList()));
  }
}
