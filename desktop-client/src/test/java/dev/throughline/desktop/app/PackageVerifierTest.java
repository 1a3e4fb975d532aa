package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.audit.AuditChain;
import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageSeal;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageVerifierTest {
  private static final RecordId HANDOFF = new RecordId(new UUID(1, 2));

  @TempDir private Path folder;
  private final KeyPair key = pair();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] spki(KeyPair of) {
    return of.getPublic().getEncoded();
  }

  private static String id(KeyPair of) {
    return Sha256.hex(spki(of));
  }

  private String line(PackageSeal seal) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key.getPrivate());
      signer.update(Envelope.toBeSigned(PackageSeal.PAYLOAD_TYPE, seal.bytes()));
      Envelope.Signed signed =
          new Envelope.Signed(id(key), Envelope.Signature.of(signer.sign()).orElseThrow());
      Envelope envelope = Envelope.of(PackageSeal.PAYLOAD_TYPE, seal.bytes(), List.of(signed));
      return PackageSeal.line(envelope, spki(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int run(List<String> lines, Optional<String> named) throws IOException {
    Path file = folder.resolve("package.ndjson");
    Files.write(file, lines);
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return PackageVerifier.run(List.of(file.toString()), named, new ScriptOutput(out, false));
  }

  private static String head() {
    return CasePackage.line("head", Map.of("link", new Json.Text(AuditChain.BEGINNING)));
  }

  private List<String> sealed(RecordId of) {
    Instant at = Instant.parse("2026-11-28T09:00:00Z");
    WorkspaceId workspace = new WorkspaceId(new UUID(3, 4));
    PackageSeal seal =
        PackageSeal.of(
            workspace, of, List.of(), List.of(), List.of(CasePackage.first(HANDOFF), head()), at);
    return List.of(CasePackage.first(HANDOFF), line(seal), head());
  }

  @Test
  void aPackageIsProvenByTheKeyThatWasNamed() throws IOException {
    assertThat(run(sealed(HANDOFF), Optional.empty())).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(id(key), "2026-11-28T09:00:00Z");
    assertThat(run(sealed(HANDOFF), Optional.of(id(key).toUpperCase(Locale.ROOT)))).isZero();
    assertThat(run(sealed(HANDOFF), Optional.of(id(pair())))).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("not sealed with the key you named");
  }

  @Test
  void whatNobodySealedIsNotProven() throws IOException {
    assertThat(run(List.of(CasePackage.first(HANDOFF), head()), Optional.empty())).isEqualTo(4);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("PKG-04");
    assertThat(run(List.of(CasePackage.first(HANDOFF), head()), Optional.of(id(key))))
        .as("it was to be sealed")
        .isEqualTo(1);
  }

  @Test
  void aSealOfAnotherHandoffDisproves() throws IOException {
    assertThat(run(sealed(new RecordId(new UUID(1, 3))), Optional.empty())).isEqualTo(1);
  }

  @Test
  void whatIsNoPackageIsUnreadable() throws IOException {
    assertThat(run(List.of("{}"), Optional.empty())).isEqualTo(3);
    assertThat(
            PackageVerifier.run(
                List.of(),
                Optional.empty(),
                new ScriptOutput(new PrintStream(said, true, StandardCharsets.UTF_8), true)))
        .isEqualTo(2);
  }
}
