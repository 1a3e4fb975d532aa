package dev.throughline.server.kernel;

/**
 * A Kernel that can be asked.
 *
 * @param status its own word, such as {@code ok}
 * @param approvalsNeeded approvals an upgrade takes before it can be applied
 */
public record Health(String status, int approvalsNeeded) {}
