@ApplicationModule
package dev.throughline.planted.silent;

import org.springframework.modulith.ApplicationModule;
