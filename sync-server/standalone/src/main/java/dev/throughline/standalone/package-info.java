/**
 * Server and engines in one process tree, with nothing to install: the default way to run
 * Throughline. Starts, stops and reports; decides nothing about sync.
 */
@NullMarked
package dev.throughline.standalone;

import org.jspecify.annotations.NullMarked;
