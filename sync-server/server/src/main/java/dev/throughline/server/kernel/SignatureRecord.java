package dev.throughline.server.kernel;

/**
 * A signature of Kernel.
 *
 * @param id of this record; empty where Kernel gives none
 * @param manifestId the id of what was signed
 * @param signerId the key; from the embedded Kernel SHA-256 over its public part in DER form, as 64
 *     hexadecimal digits
 * @param algorithm such as {@code Ed25519}; empty where Kernel does not say
 * @param keyVersion which of the signer's keys; empty where Kernel does not say
 * @param signature in base64 from the embedded Kernel, over what {@link HashProfile} says
 */
public record SignatureRecord(
    String id,
    String manifestId,
    String signerId,
    String algorithm,
    String keyVersion,
    String signature) {}
