package dev.throughline.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;

/**
 * What one provider is made of.
 *
 * @param accessLife how long an access token counts
 * @param refreshLife how long a session lasts without being used
 */
record ProviderSettings(
    String issuer, People people, JWKSet keys, Duration accessLife, Duration refreshLife) {}
