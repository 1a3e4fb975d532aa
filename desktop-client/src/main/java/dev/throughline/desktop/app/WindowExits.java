package dev.throughline.desktop.app;

import dev.throughline.desktop.home.HomeExits;

/** Where pages lead out of themselves: to other pages, to the server, to other windows. */
record WindowExits(HomeExits home, ServerDesks desks) {}
