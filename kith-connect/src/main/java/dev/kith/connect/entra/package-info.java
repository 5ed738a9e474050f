/** Microsoft Entra sign-ins, in the forms of Graph, the diagnostic export and Log Analytics, as authentications. */
@NullMarked
package dev.kith.connect.entra;

import org.jspecify.annotations.NullMarked;
