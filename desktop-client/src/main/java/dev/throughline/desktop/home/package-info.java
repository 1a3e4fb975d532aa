/**
 * Home: what today asks for, where work stopped, what field work still owes; and the first page a
 * new person sees. Shows interviews; changes them only through their own commands.
 */
@NullMarked
package dev.throughline.desktop.home;

import org.jspecify.annotations.NullMarked;
