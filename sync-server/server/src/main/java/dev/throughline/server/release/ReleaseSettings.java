package dev.throughline.server.release;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what was signed is carried out.
 *
 * @param probeHosts hosts, with a port where it is not the usual one, that smoke tests may ask
 */
@ConfigurationProperties("throughline.release")
record ReleaseSettings(@DefaultValue List<String> probeHosts) {}
