/**
 * Consent records: what a participant allowed, written down and shown in plain words. Enforces
 * nothing yet.
 */
@NullMarked
package dev.throughline.desktop.consent;

import org.jspecify.annotations.NullMarked;
