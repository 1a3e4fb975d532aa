package dev.throughline.server.release;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the workflow engine is.
 *
 * @param target host and port; empty for none, and then nothing that was signed is carried out
 */
@ConfigurationProperties("throughline.temporal")
record TemporalSettings(
    @DefaultValue("") String target, @DefaultValue("default") String namespace) {}
