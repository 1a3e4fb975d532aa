package dev.throughline.server.figures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as slow.
 *
 * @param slowApproval how old what waits for signatures may get; alerts compare with it
 */
@ConfigurationProperties("throughline.figures")
record FigureSettings(@DefaultValue("24h") Duration slowApproval) {}
