/** Google Workspace: activities of the Reports API, in Google's form and in those of exports. */
@NullMarked
package dev.kith.connect.google;

import org.jspecify.annotations.NullMarked;
