/**
 * The index over everything people wrote and what was said, and the questions to it. Follows the
 * store in the background, lies sealed in the profile, and may be deleted at any time. Knows no
 * window; {@code find} is what people see of it.
 */
@NullMarked
package dev.throughline.desktop.search;

import org.jspecify.annotations.NullMarked;
