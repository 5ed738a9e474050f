/** Logs of the network monitor Zeek: {@code bytes -> NetworkActivity}. */
@NullMarked
package dev.kith.connect.zeek;

import org.jspecify.annotations.NullMarked;
