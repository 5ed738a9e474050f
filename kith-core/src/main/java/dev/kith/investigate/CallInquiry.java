package dev.kith.investigate;

import dev.kith.detect.CallFacts;
import dev.kith.detect.Detection;

/**
 * What a case of a device is about while it is asked about.
 *
 * @param facts the calls so far
 * @param models different models that fired on them
 * @param otherCases other cases of the device that stand
 * @param othersSuspected other devices whose calls to the same destination were found malicious
 */
record CallInquiry(Detection trigger, CallFacts facts, int models, int otherCases, int othersSuspected) {}
