/**
 * An identity provider for those who have none: signs a handful of people in, gives out tokens. A
 * program of its own on a port of its own, so that the server treats it like any other provider.
 */
@NullMarked
package dev.throughline.identity;

import org.jspecify.annotations.NullMarked;
