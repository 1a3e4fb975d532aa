/** The server's front door. What it does lives in the packages below, one per concern. */
@NullMarked
package dev.throughline.server;

import org.jspecify.annotations.NullMarked;
