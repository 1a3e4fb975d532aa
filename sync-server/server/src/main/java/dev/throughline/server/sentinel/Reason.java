package dev.throughline.server.sentinel;

/**
 * One rule that was looked at.
 *
 * @param rule its name
 * @param result such as {@code passed} or {@code failed}
 * @param explanation in words; the embedded rules never quote what they found
 */
public record Reason(String rule, String result, String explanation) {}
