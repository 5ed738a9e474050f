/** What a scan leaves behind: the report for people, and lines of JSON for programs. */
@NullMarked
package dev.kith.server.report;

import org.jspecify.annotations.NullMarked;
