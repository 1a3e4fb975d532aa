/**
 * Signs a person in with the organisation's identity provider, the way native programs should (RFC
 * 8252): in the person's own browser, which answers to a port of this computer. Keeps the session
 * sealed in the profile, and renews it.
 */
@NullMarked
package dev.throughline.desktop.signin;

import org.jspecify.annotations.NullMarked;
