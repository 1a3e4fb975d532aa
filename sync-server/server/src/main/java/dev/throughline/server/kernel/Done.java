package dev.throughline.server.kernel;

/** It is as was asked for, whether now or since before. */
public record Done() {}
