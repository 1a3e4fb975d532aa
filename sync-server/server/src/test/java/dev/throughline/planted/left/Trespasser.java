package dev.throughline.planted.left;

import dev.throughline.planted.right.Neighbour;

/** Reaches over the fence. */
record Trespasser(Neighbour neighbour) {}
