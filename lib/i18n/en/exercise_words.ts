import type { ExerciseWords } from "../exercise_words.ts";

/** The words of the exercises, in English. */
export const exercises = {
  verdicts: {
    open: "Not answered yet. Put your answer in place of undefined.",
    right: (meaning) => `Right. ${meaning}`,
    wrong: (diagnosis) => `Not yet. ${diagnosis}`,
    hint: (number, count, hint) => `Hint ${number} of ${count}: ${hint}`,
    kinds: {
      undefined: "undefined",
      null: "null",
      boolean: "true or false",
      number: "a number",
      bigint: "a bigint",
      string: "a string",
      symbol: "a symbol",
      function: "a function",
      list: "a list",
      promise: "a promise",
      object: "an object",
    },
    unreadable: "Your answer cannot be read: it stops with an error.",
    numberWanted: (kind) =>
      `A number is wanted here, and your answer is ${kind}.`,
    notANumber:
      "Your answer is NaN, “not a number”: one of its steps has no result.",
    tooHigh: "Your number is too high.",
    tooLow: "Your number is too low.",
    functionWanted: (kind) =>
      `A function is wanted here, and your answer is ${kind}.`,
    stopped: (call, error) => `${call} stops with an error: ${error}`,
    changedInput: (call) =>
      `${call} changes the list that it is given. Make a new list instead.`,
    returnsNothing: (call) =>
      `${call} gives undefined. Perhaps a return is missing.`,
    resultNotNumber: (call, kind) =>
      `${call} should give a number, and gives ${kind}.`,
    resultNotList: (call, kind) =>
      `${call} should give a list, and gives ${kind}.`,
    wrongLength: (call, wanted, got) =>
      `${call} should give a list of length ${wanted}, and gives one of length ${got}.`,
    entryNotNumber: (call, index, kind) =>
      `${call} should give a list of numbers, and what it has at index ${index} is ${kind}.`,
    counterexample: (call, wanted, got) =>
      `${call} should give ${wanted}, and gives ${got}.`,
    counterexampleThroughSoftmax: (call, wanted, got, softmaxOfIt) =>
      `${call} gives ${got}, of which softmax makes ${softmaxOfIt} instead of ${wanted}.`,
  },
  texts: {
    scaledPetal: {
      right:
        "On its way from the narrowest petal to the widest, this one has gone a quarter.",
      hints: [
        "The smallest petal width of all 150 becomes 0, and the largest becomes 1.",
        "By how many centimetres is this petal wider than the narrowest?",
        "Divide that by the range: the largest width minus the smallest.",
      ],
      mistakes: {
        byLargest:
          "You divided by the largest width. Then the narrowest petal would not become 0.",
        shiftedByLargest:
          "Subtracting the smallest width was right. But then you divided by the largest width, not by the range.",
        notShifted:
          "Dividing by the range was right. But the smallest width has to be subtracted first.",
      },
    },
    scale: {
      right:
        "Whatever the unit, the smallest value becomes 0 and the largest becomes 1.",
      hints: [
        "Find the smallest and the largest value first: Math.min(...values) and Math.max(...values).",
        "Subtract the smallest from every value, so that the smallest becomes 0.",
        "What has become of the largest value now? Divide by that, so that it becomes 1.",
      ],
      mistakes: {
        byLargest:
          "You divided by the largest value. The largest becomes 1, but the smallest does not become 0.",
        onlyShifted:
          "You subtracted the smallest value, so that it becomes 0. The largest still has to become 1.",
        shiftedByLargest:
          "Subtracting the smallest value was right. But then you divided by the largest value, not by the range.",
        notShifted:
          "Dividing by the range was right. But the smallest value has to be subtracted first.",
      },
    },
    ratio: {
      right:
        "A lead of 2 makes a class more than seven times as probable, whatever the other logits are.",
      hints: [
        "Divide one probability by the other. The sum below the line is the same and drops out.",
        "What is left is e to the power of one logit, divided by e to the power of the other.",
        "Dividing powers of e means subtracting their exponents.",
      ],
      mistakes: {
        difference:
          "That is the difference of the logits. Softmax takes exponentials before it divides.",
        powerOfTwo: "That is a power of 2. Softmax takes powers of e.",
        powerOfTen: "That is a power of 10. Softmax takes powers of e.",
      },
    },
    softmax: {
      right:
        "Your probabilities are positive and sum to 1, and no logit is too large for them.",
      hints: [
        "There are three steps: raise e to the power of each logit, add up, divide each by the sum.",
        "Math.exp(z) is e to the power of z, and logits.map(…) makes a new list from the old one.",
        "Only differences of logits count. So you may subtract the largest, Math.max(...logits), from all of them before anything else.",
      ],
      mistakes: {
        noSum:
          "Those are the exponentials. They still have to be divided by their sum.",
        noExponential:
          "You divided the logits themselves by their sum. Raise e to the power of each first.",
        byLargest:
          "You divided each exponential by the largest one. Divide by the sum of all of them.",
        overflow:
          "For ordinary logits this is softmax. But with logits like 1000 or −1000 the exponentials become Infinity or 0, and the result is NaN. What is missing is to subtract the largest logit first.",
      },
    },
    undoSoftmax: {
      right:
        "Softmax gives these probabilities back: a logit is the logarithm of a probability, up to a constant.",
      hints: [
        "Softmax takes exponentials. Which function undoes an exponential?",
        "Softmax divides by a sum. You need not undo that, for a constant added to every logit changes nothing.",
        "So each probability can be treated on its own, with probabilities.map(…).",
      ],
      mistakes: {
        exponential:
          "You took exponentials once more. To undo softmax, go the other way.",
        unchanged:
          "Those are the probabilities themselves. Softmax would take their exponentials and not give them back.",
        base10: "That is the logarithm to base 10. Softmax takes powers of e.",
        base2: "That is the logarithm to base 2. Softmax takes powers of e.",
        minusLogarithm:
          "There is a minus too many: the most probable class must have the largest logit.",
      },
    },
    surprise: {
      right:
        "A loss of 3 nats says that the network gave about one chance in twenty to what happened.",
      hints: [
        "Cross-entropy is −ln p. For which p is it 3?",
        "If −ln p is 3, what is ln p?",
        "Raising e to the power of a number undoes the natural logarithm.",
      ],
      mistakes: {
        base10:
          "That would cost 3 if the logarithm were to base 10. Nats are counted with base e.",
        base2:
          "That costs 3 bits, with a logarithm to base 2. Nats are counted with base e.",
        reciprocal:
          "That is 1 divided by the loss. Between p and the loss lies a logarithm.",
        noMinus:
          "That is above 1, which no probability can be. Cross-entropy has a minus before the logarithm.",
      },
    },
    crossEntropy: {
      right:
        "The less probable the network found what then happened, the more it pays.",
      hints: [
        "One number is enough, the probability of the observed class: probabilities[target].",
        "Math.log is the logarithm to base e.",
        "The logarithm of a number below 1 is negative, and a loss is not.",
      ],
      mistakes: {
        base10: "That is the logarithm to base 10. The loss uses base e.",
        base2: "That is the logarithm to base 2. The loss uses base e.",
        noMinus:
          "Your loss is negative: the minus before the logarithm is missing.",
        allClasses:
          "You added up the logarithms of all classes. Only the observed class counts: the others are multiplied by 0.",
        countedFromOne:
          "That looks at the class before the observed one. Classes are counted from 0, so target is the index itself.",
        oneMinus:
          "That is 1 − p, the residual. Cross-entropy takes a logarithm.",
      },
    },
    crossEntropyFromLogits: {
      right:
        "No logit overflows, and a loss stays finite even where the probability would become 0.",
      hints: [
        "The formula from the logits has two parts: the logarithm of a sum over all classes, and the logit of the observed class.",
        "Large logits overflow in Math.exp. Subtract the largest logit from all of them inside the sum.",
        "What was subtracted inside the sum must be added again after the logarithm.",
      ],
      mistakes: {
        softmaxFirst:
          "For ordinary logits this is right. But you take softmax first, and with the logits 0 and −1000 a probability becomes 0 and its loss Infinity. Use the formula that takes the logits as they are.",
        overflow:
          "For ordinary logits this is right. But with logits like 1000 or −1000 the exponentials become Infinity or 0. Subtract the largest logit inside the sum, and add it again after the logarithm.",
        softmaxFirstWithOverflow:
          "For ordinary logits this is right. But you take softmax first, and with logits like 1000 or −1000 its exponentials become Infinity or 0. Use the formula that takes the logits as they are.",
        wrongSign:
          "That is the logarithm of the probability, which is never positive. The loss has the opposite sign.",
        forgotTarget:
          "That is the logarithm of the sum. The logit of the observed class still has to be subtracted.",
      },
    },
    typicalProbability: {
      right:
        "A network with this mean loss does as well as one that gives every observed class a probability of about 0.82.",
      hints: [
        "If every observed class has the same probability p, every loss is −ln p, and so is their mean.",
        "If −ln p is 0.2, what is ln p?",
        "Raising e to the power of a number undoes the natural logarithm.",
      ],
      mistakes: {
        oneMinus:
          "That is 1 minus the loss, which comes close when the loss is small. The exact answer undoes the logarithm.",
        base10:
          "You undid a logarithm to base 10. Nats are counted with base e.",
        base2: "You undid a logarithm to base 2. Nats are counted with base e.",
        noMinus:
          "That is above 1, which no probability can be. Cross-entropy has a minus before the logarithm.",
      },
    },
    total: {
      right:
        "This one number speaks for the whole data set, and training brings it down.",
      hints: [
        "Start with one sample: its probabilities are one row of the table, and its observed class stands at the same place in targets.",
        "The probability of sample i's observed class is probabilities[i][targets[i]].",
        "Each sample costs −ln of that probability. Add up all the costs, and round nothing.",
      ],
      mistakes: {
        mean:
          "That is the mean. The total is the sum, which grows with the number of samples.",
        noMinus:
          "Your total is negative: the minus before the logarithm is missing.",
        base10: "You took logarithms to base 10. The loss uses base e.",
        rounded:
          "You rounded each loss before you added. Keep every digit until the end.",
        likelihood:
          "That is the product of the probabilities, the likelihood. The total is minus its logarithm.",
        lossOfMean:
          "You took the mean of the probabilities, and then its logarithm. Take the logarithm of each probability, and then add.",
      },
    },
    slopeInLogit: {
      right:
        "It is predicted minus observed: a bad prediction still pulls hard on its logit.",
      hints: [
        "The slope in the logit is the slope in p times softmax's own slope.",
        "The slope in p is −1/p, and softmax's slope is p (1 − p).",
        "When you multiply the two, p cancels. What is left is predicted minus observed.",
      ],
      mistakes: {
        wrongSign:
          "The size is right and the sign is wrong: when this logit rises, the loss falls.",
        slopeInProbability:
          "That is the slope in p. Between p and the logit lies softmax, with a slope of its own.",
        squaredResidual:
          "That is the slope of the squared residual in the logit. Cross-entropy's is wanted.",
        predicted:
          "That is what was predicted. What was observed still has to be subtracted.",
      },
    },
    squaredResidual: {
      right:
        "It is never above 1: a hopeless prediction costs little more than a bad one.",
      hints: [
        "The residual is observed minus predicted. For the observed class, observed is 1.",
        "Predicted is the probability of that class: probabilities[target].",
        "Square the residual, with ** 2.",
      ],
      mistakes: {
        notSquared: "That is the residual. It still has to be squared.",
        probabilitySquared:
          "That is p squared. Take the residual first, what p lacks to 1.",
        allClasses:
          "You added up the squares of all classes. Here only the observed class is wanted.",
        negative:
          "A square is never negative, and yours has a minus before it.",
      },
    },
    squaredResidualSlope: {
      right:
        "It dies when p goes to 0, so a hopeless prediction teaches the network almost nothing.",
      hints: [
        "Use the chain rule: the slope of (1 − p)² in p, times the slope of p in the logit.",
        "The slope of a square is 2 times what is squared, times the slope of that. Here the last is −1.",
        "Softmax's slope is p (1 − p).",
      ],
      mistakes: {
        wrongSign:
          "The size is right and the sign is wrong: when this logit rises, the loss falls.",
        slopeInProbability:
          "That is the slope in p. It still has to be multiplied by softmax's slope.",
        forgotTwo:
          "You have half of the slope. The slope of a square brings a factor 2.",
        crossEntropy:
          "That is cross-entropy's slope in the logit. The squared residual's is wanted.",
      },
    },
    biasStep: {
      right:
        "Half the learning rate makes half the step: the slope is the same, and you decide how far to trust it.",
      hints: [
        "A step is minus the learning rate times the slope.",
        "The slope is a sum over the three flowers, at b₃ = −2: predicted minus observed, for Setosa.",
        "That slope is negative, so b₃ rises. Start from −2 and add the step.",
      ],
      mistakes: {
        uphill:
          "You stepped uphill. The step goes against the slope: it is minus the learning rate times the slope.",
        fullRate: "That is where a learning rate of 1 leads. Here it is 0.5.",
        mean:
          "You took the mean of the three slopes. The total is a sum over the flowers, and so is its slope.",
        onlyStep: "That is the step alone. It still has to be added to −2.",
      },
    },
    gradientInLogits: {
      right:
        "Predicted minus observed, for every class: with this, backpropagation begins.",
      hints: [
        "First turn the logits into probabilities, with softmax.",
        "What was observed is 1 for the observed class and 0 for every other.",
        "Each class has a slope of its own: predicted minus observed. In map((p, j) => …), j is the class.",
      ],
      mistakes: {
        wrongSign:
          "The sizes are right and the signs are wrong: you have observed minus predicted.",
        forgotObserved:
          "Those are the probabilities. What was observed still has to be subtracted.",
        subtractedEverywhere:
          "You subtracted 1 from every class. Only the observed class has 1, the others have 0.",
        noSum: "In your softmax the exponentials are not divided by their sum.",
      },
    },
    weightSlope: {
      right:
        "It is the slope in the logit, times what came in through the weight: the chain rule at work.",
      hints: [
        "The weight multiplies h₁. So the chain rule multiplies the slope in Setosa's logit by h₁.",
        "The slope in Setosa's logit is predicted minus observed.",
        "forward(exampleNetwork, exampleFlowers[0].inputs) gives both: look at its probabilities and its hiddenOutputs.",
      ],
      mistakes: {
        forgotHidden:
          "That is the slope in Setosa's logit. It still has to be multiplied by what comes in through the weight.",
        wrongSign:
          "The size is right and the sign is wrong: the slope is predicted minus observed.",
        weightForHidden:
          "You multiplied by the weight itself. What counts is what comes in through it, h₁.",
        forgotObserved:
          "You multiplied h₁ by the predicted probability. What was observed has to be subtracted from that first.",
      },
    },
    gapAtBillion: {
      right: "Near a billion, numbers are more than a ten-millionth apart.",
      hints: [
        "Between 1 and 2 the gap is 2⁻⁵². From 2 on it is twice as wide, from 4 on twice as wide again.",
        "So the gap at a number is 2⁻⁵² times the largest power of two that is not above it.",
        "2²⁹ is 536,870,912, and 2³⁰ is 1,073,741,824.",
      ],
      mistakes: {
        gapAtOne:
          "That is the gap at 1. It doubles at every power of two on the way to a billion.",
        timesBillion:
          "The gap does not grow evenly with the number. It doubles at each power of two, and stays the same up to the next.",
        nextPower:
          "That is the gap above 2³⁰, and 2³⁰ is a little more than a billion.",
      },
    },
    lossOfMargin: {
      right:
        "It keeps its digits for a sure network that is right, and does not overflow for one that is wrong.",
      hints: [
        "Divide both powers of e by that of the observed logit: p = 1 / (1 + e⁻ᵈ), and the loss is ln(1 + e⁻ᵈ).",
        "Math.log1p(x) is ln(1 + x), and keeps the digits of a tiny x.",
        "For a lead below 0, take the other logit out instead: ln(1 + e⁻ᵈ) = ln(1 + eᵈ) − d.",
      ],
      mistakes: {
        asWritten:
          "For ordinary leads this is right. But at −1000 the exponential becomes Infinity, and at 40 the sum 1 + e⁻ᵈ is rounded to 1, and its logarithm to 0.",
        noLog1p:
          "It no longer overflows. But at 40 the sum 1 + e⁻ᵈ is rounded to 1, and its logarithm to 0. Math.log1p does not need the sum.",
        onlyLog1p:
          "It keeps the digits at 40. But at −1000 the exponential becomes Infinity. For a lead below 0, use the other form.",
        wrongSign:
          "That is the loss if the other class had been observed. A larger lead must cost less.",
      },
    },
  },
} satisfies ExerciseWords;
