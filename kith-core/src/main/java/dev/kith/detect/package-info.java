/** What a score means and what is to be done: tags, actions, campaigns, counterfactuals. */
@NullMarked
package dev.kith.detect;

import org.jspecify.annotations.NullMarked;
