/**
 * Outside systems as tests play them: over real mutual TLS, strict about every request. Free of
 * JUnit, so that trials can use them too.
 */
@NullMarked
package dev.throughline.server.played;

import org.jspecify.annotations.NullMarked;
