package dev.kith.connect.intel;

import com.google.common.net.InternetDomainName;
import org.jspecify.annotations.Nullable;

/** The rules of registries: how many labels at a name's end belong to the registry. */
interface SuffixRules {
    /**
     * The length of the public suffix.
     *
     * @param name lower case, labels in Unicode form
     * @return number of labels of the name's public suffix; 0 where the text is no name
     */
    int suffixLabels(String name);

    /** The rules that come with Guava: only the registries' own, not those of private parties such as github.io. */
    static SuffixRules ofGuava() {
        return name -> {
            InternetDomainName domain;
            try {
                domain = InternetDomainName.from(name);
            } catch (IllegalArgumentException e) {
                return 0;
            }
            @Nullable InternetDomainName suffix = domain.registrySuffix();
            return suffix == null ? 1 : suffix.parts().size();
        };
    }
}
