package dev.kith.investigate;

import java.util.function.Function;

/** A question about the calls of a device, with how it finds its answer. */
record CallQuestion(Question question, Function<CallInquiry, Question.Finding> ask) {}
