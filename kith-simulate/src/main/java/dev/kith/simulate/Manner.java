package dev.kith.simulate;

/**
 * How a person writes.
 *
 * @param greeting rule of the usual greeting, such as {@code greet.warm}
 * @param closing which of the language's closings is the habit, by number
 * @param bareReplies share of answers without greeting and closing, in [0, 1]
 * @param signature length of the signature: 0 none, 1 name and telephone, 2 full with web site and disclaimer
 * @param copiesLead share of mails to which a colleague is copied, in [0, 1]
 * @param plain whether mail goes out as plain text where the program lets one choose
 */
record Manner(String greeting, int closing, double bareReplies, int signature, double copiesLead, boolean plain) {}
