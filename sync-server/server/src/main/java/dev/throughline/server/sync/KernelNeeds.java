package dev.throughline.server.sync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What desktops are told of Kernel, so that a handoff that it would keep waiting says so before it
 * is submitted.
 *
 * @param approvals an upgrade takes there
 */
@ConfigurationProperties("throughline.kernel")
record KernelNeeds(@DefaultValue("1") int approvals) {}
