/**
 * The values a record field can hold, independent of any encoding. Knows no kind and no message.
 */
@NullMarked
package dev.throughline.model.value;

import org.jspecify.annotations.NullMarked;
