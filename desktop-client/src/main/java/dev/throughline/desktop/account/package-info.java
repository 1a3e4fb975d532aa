/**
 * The profile: its folder, its lock, its key in the keychain and behind a recovery code. Knows
 * nothing of records.
 */
@NullMarked
package dev.throughline.desktop.account;

import org.jspecify.annotations.NullMarked;
