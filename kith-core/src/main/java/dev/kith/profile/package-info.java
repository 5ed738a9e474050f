/** What is normal: profiles of entities, made of small decayed sketches, and how surprising a value is to them. */
@NullMarked
package dev.kith.profile;

import org.jspecify.annotations.NullMarked;
