/** Which models there are: the shipped ones, and a folder of the organisation's own that adds to them or takes their place. */
@NullMarked
package dev.kith.connect.catalogue;

import org.jspecify.annotations.NullMarked;
