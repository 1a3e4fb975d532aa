package dev.throughline.server.outside;

import java.util.Optional;

/**
 * Where an outside system is.
 *
 * @param name as metrics call it
 * @param url its address, without what {@link Call#path} says
 * @param sslBundle the name of a bundle of {@code spring.ssl.bundle} with the certificate this
 *     server shows and the authorities it trusts; empty for those of the JDK, and no certificate
 */
public record OutsideSystem(
    String name, String url, Optional<String> sslBundle, Patience patience) {}
