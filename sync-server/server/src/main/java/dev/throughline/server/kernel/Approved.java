package dev.throughline.server.kernel;

/**
 * One approval.
 *
 * @param approverId 1 to 200 visible ASCII characters
 * @param signature of the approver, in the form they signed in; at most 20,000 characters
 * @param notes may be empty; at most 20,000 characters
 */
public record Approved(String approverId, String signature, String notes) {}
