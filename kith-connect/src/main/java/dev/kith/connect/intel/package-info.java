/** What is known of addresses and domains before any mail is read: networks, countries, lists. */
@NullMarked
package dev.kith.connect.intel;

import org.jspecify.annotations.NullMarked;
