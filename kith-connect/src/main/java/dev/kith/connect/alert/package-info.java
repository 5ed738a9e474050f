/** Other products' alerts: OCSF, Microsoft, Google, Suricata, Elastic, Wazuh, and tables of anything by a mapping. */
@NullMarked
package dev.kith.connect.alert;

import org.jspecify.annotations.NullMarked;
