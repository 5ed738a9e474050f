/** Models as files: YAML to {@link dev.kith.detect.Model}. */
@NullMarked
package dev.kith.connect.model;

import org.jspecify.annotations.NullMarked;
