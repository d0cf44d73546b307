/** The words of the exercises, in English. */
export const exercises = {
  /** What is said of an answer; `call` is what was tried, as `softmax([1, 2])`. */
  verdicts: {
    open: "Not answered yet. Put your answer in place of undefined.",
    right: (meaning: string) => `Right. ${meaning}`,
    wrong: (diagnosis: string) => `Not yet. ${diagnosis}`,
    hint: (number: number, count: number, hint: string) =>
      `Hint ${number} of ${count}: ${hint}`,
    /** Whether numbers in sentences are written in another way than in code. */
    localNumbers: false,
    /** What an answer or a result is. */
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
    unreadable: "Your answer cannot be read: looking at it throws an error.",
    numberWanted: (kind: string) =>
      `This exercise asks for a number, and your answer is ${kind}.`,
    decimalComma: (number: string) =>
      `In code, decimals come after a point: write ${number}.`,
    notANumber:
      "Your answer is NaN, “not a number”: one of its steps has no result.",
    tooHigh: "Your number is too large.",
    tooLow: "Your number is too small.",
    otherSign: "Your number has the wrong sign.",
    tooFarBelow: "The sign is right, but your number is too far below 0.",
    tooNearZero: "The sign is right, but your number is too close to 0.",
    functionWanted: (kind: string) =>
      `This exercise asks for a function, and your answer is ${kind}.`,
    throws: (call: string, error: string) =>
      `${call} throws an error: ${error}`,
    changedInput: (call: string) =>
      `${call} changes the list that it is given. Make a new list instead.`,
    returnsNothing: (call: string) =>
      `${call} returns undefined. Perhaps a return is missing.`,
    resultNotNumber: (call: string, kind: string) =>
      `${call} should return a number, but returns ${kind}.`,
    resultNotList: (call: string, kind: string) =>
      `${call} should return a list, but returns ${kind}.`,
    wrongLength: (call: string, wanted: number, got: number) =>
      `${call} should return a list of length ${wanted}, but returns one of length ${got}.`,
    entryNotNumber: (call: string, index: number, kind: string) =>
      `${call} should return a list of numbers, but at index ${index} it has ${kind}.`,
    counterexample: (call: string, wanted: string, got: string) =>
      `${call} should return ${wanted}, but returns ${got}.`,
    counterexampleThroughSoftmax: (
      call: string,
      wanted: string,
      got: string,
      softmaxOfIt: string,
    ) =>
      `${call} returns ${got}, which softmax turns into ${softmaxOfIt} instead of ${wanted}.`,
    /** Mistakes that several exercises have in common. */
    slips: {
      base10:
        "Your logarithm is to base 10. Here the base is e, as in Math.log and Math.exp.",
      base2:
        "Your logarithm is to base 2. Here the base is e, as in Math.log and Math.exp.",
      caret: "In code, ^ is not a power. Write 3 ** 2 for 3 squared.",
      rounded: "You rounded. Do not round: keep every digit.",
      percent:
        "That is a hundred times too much: no percentages, 30 per cent is 0.3.",
      sign: "The size is right and the sign is wrong.",
      aboveOne:
        "That is above 1, and no probability is. Cross-entropy has a minus before the logarithm.",
      noMinus:
        "Your result is negative: the minus before the logarithm is missing.",
      countedFromOne:
        "That looks at the class before the observed one. Classes are counted from 0, so the target is the index itself.",
      slopeSign:
        "The size is right and the sign is wrong: when this logit rises, the loss falls.",
      overflow:
        "For ordinary numbers this is right. But Math.exp of a large number is Infinity, and of a very negative one 0: it overflows or underflows here. Subtract the largest logit first.",
    },
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
        notDivided:
          "Subtracting the smallest width was right. The widest petal does not become 1 yet.",
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
          "You subtracted the smallest value, so it becomes 0. The largest still has to become 1.",
        shiftedByLargest:
          "Subtracting the smallest value was right. But then you divided by the largest value, not by the range.",
        notShifted:
          "Dividing by the range was right. But the smallest value has to be subtracted first.",
      },
    },
    mostCorrect: {
      right:
        "At three points a Versicolor and a Virginica look the same, and one of the two has to be missed.",
      hints: [
        "Flowers with the same petal width and the same sepal width look the same. All of them get the same name.",
        "Which name should a point get, so that as few of its flowers as possible are missed?",
        "Count flowers, not points: at each point, those of its most frequent species. Then add up.",
      ],
      mistakes: {
        everyFlower:
          "That is every flower. But some flowers of different species look the same.",
        points: "That is the number of points. Several flowers share a point.",
        unsharedPoints:
          "Those are the points with one species only. Count the flowers on them, and some of the others too.",
        unsharedFlowers:
          "You gave up all flowers at the shared points. One species at each of them can still be named correctly.",
        network:
          "That is what the network of this lesson gets right. The question is how far anybody could get.",
      },
    },
    ratio: {
      right:
        "A lead of 2 makes a class more than seven times as probable, whatever the other logits are.",
      hints: [
        "Divide one probability by the other. Both have the same sum as the denominator, and it cancels.",
        "What is left is Math.exp of one logit, divided by Math.exp of the other.",
        "To divide powers of e, subtract their exponents.",
      ],
      mistakes: {
        difference:
          "That is the difference of the logits. Softmax takes exponentials before it divides.",
        powerOfTwo: "That is a power of 2. Softmax takes powers of e.",
        powerOfTen: "That is a power of 10. Softmax takes powers of e.",
        inverse:
          "That is the other way round: you divided the probability of the class behind by that of the class ahead.",
        product:
          "That is e times the lead. Softmax takes e to the power of it.",
      },
    },
    softmax: {
      right:
        "Your probabilities are positive and sum to 1, and no logit is too large for them.",
      hints: [
        "There are three steps: take the exponential of each logit, add them up, divide each by the sum.",
        "Math.exp(z) is e to the power of z, and logits.map(…) makes a new list from the old one.",
        "Only differences between logits count. So you may subtract the largest, Math.max(...logits), from all of them before anything else.",
      ],
      mistakes: {
        noSum:
          "Those are the exponentials. They still have to be divided by their sum.",
        noExponential:
          "You divided the logits themselves by their sum. Take their exponentials first.",
        byLargest:
          "You divided each exponential by the largest one. Divide by the sum of all of them.",
      },
    },
    undoSoftmax: {
      right:
        "Softmax gives these probabilities back: a logit is the logarithm of a probability, up to a constant.",
      hints: [
        "Softmax takes exponentials. Which function undoes an exponential?",
        "Softmax divides by a sum. You need not undo that, because a constant added to every logit changes nothing.",
        "So each probability can be treated on its own, with probabilities.map(…).",
      ],
      mistakes: {
        exponential:
          "You took exponentials once more. To undo softmax, go the other way.",
        unchanged:
          "Those are the probabilities themselves. Softmax would take their exponentials and not give them back.",
        minusLogarithm:
          "There is a minus too many: the most probable class must have the largest logit.",
      },
    },
    temperature: {
      right:
        "A high temperature makes the probabilities alike, a low one leaves nearly everything to the largest logit.",
      hints: [
        "The temperature divides the logits.",
        "Divide first: softmax comes after.",
        "A low temperature makes large numbers. Subtract the largest of the divided logits before Math.exp.",
      ],
      mistakes: {
        multiplied:
          "You multiplied by the temperature. A higher temperature must make the probabilities more alike.",
        dividedAfter:
          "You divided the probabilities, and they no longer sum to 1. Divide the logits.",
        noEffect:
          "Your temperature has no effect. Divide the logits by it, before the exponentials: what is divided later cancels.",
      },
    },
    surprise: {
      right:
        "A loss of 3 nats says that the network gave about one chance in twenty to what happened.",
      hints: [
        "Cross-entropy is −ln p. For which p is it 3?",
        "If −ln p is 3, what is ln p?",
        "Math.exp undoes the natural logarithm.",
      ],
      mistakes: {
        reciprocal:
          "That is 1 divided by the loss. Between p and the loss there is a logarithm.",
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
        allClasses:
          "You added up the logarithms of all classes. Only the observed class counts: the others are multiplied by 0.",
        oneMinus:
          "That is 1 − p, the residual. Cross-entropy takes a logarithm.",
        weighted:
          "You multiplied the logarithm by p, the predicted probability. It is multiplied by what was observed, 1.",
        entropy:
          "That is the entropy of the prediction. It does not ask what was observed.",
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
        notAddedBack:
          "You subtracted the largest logit inside the sum. It still has to be added again after the logarithm.",
        wrongSign:
          "That is the logarithm of the probability, which is never positive. The loss has the opposite sign.",
        forgotTarget:
          "That is the logarithm of the sum. The logit of the observed class still has to be subtracted.",
      },
    },
    lowestLoss: {
      right:
        "Not even the best prediction costs nothing: it pays for the doubt that is in the target.",
      hints: [
        "With soft labels, two terms stay in the sum: each class costs −ln p, weighted by its share of the target.",
        "The loss is lowest when p is the target itself. A certain prediction would pay Infinity for the other class.",
        "So put the target's own shares into the logarithms, and add both terms.",
      ],
      mistakes: {
        zero:
          "A loss of 0 needs a target that is certain. Here two classes have a share.",
        onlySetosa:
          "That is −ln of Setosa's share. Weight it, and Versicolor has a term as well.",
        onlyVersicolor:
          "That is −ln of Versicolor's share. Weight it, and Setosa has a term as well.",
        oneTerm: "That is Setosa's term. Versicolor has one as well.",
        otherTerm: "That is Versicolor's term. Setosa has one as well.",
        unweighted:
          "You added both logarithms as they are. Weight each with its share of the target.",
        evenPrediction:
          "That is the loss of a prediction that gives both the same probability. A better one takes the shares themselves.",
      },
    },
    typicalProbability: {
      right:
        "A network with this mean loss does as well as one that gives every observed class a probability of about 0.82.",
      hints: [
        "If every observed class has the same probability p, every loss is −ln p, and so is their mean.",
        "If −ln p is 0.2, what is ln p?",
        "Math.exp undoes the natural logarithm.",
      ],
      mistakes: {
        oneMinus:
          "That is 1 minus the loss, which comes close when the loss is small. The exact answer undoes the logarithm.",
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
        eachRounded:
          "You rounded each loss before you added. Keep every digit until the end.",
        probabilitiesRounded:
          "You rounded the probabilities first. Keep every digit until the end.",
        likelihood:
          "That is the product of the probabilities, the likelihood. The total is minus its logarithm.",
        underflow:
          "For a few samples this is right. But the product of many probabilities becomes 0. Take the logarithm of each, and add.",
        lossOfMean:
          "You took the mean of the probabilities, and then its logarithm. Take the logarithm of each probability, and then add.",
      },
    },
    accuracy: {
      right:
        "It only asks which class came first. How sure the network was, it does not see: the loss does.",
      hints: [
        "A prediction is correct when the observed class has the largest probability of its row: Math.max(...row).",
        "Count the samples whose prediction is correct.",
        "Accuracy is a share: divide by the number of samples.",
      ],
      mistakes: {
        count: "That is how many are correct. Accuracy is their share.",
        meanProbability:
          "That is the mean probability of the observed classes. Accuracy only asks whether each is the largest.",
        overHalf:
          "The largest of three probabilities may be below a half. Compare it with the others, not with 0.5.",
        wrongShare: "That is the share of wrong predictions.",
      },
    },
    slopeInLogit: {
      right:
        "It is predicted minus observed: a bad prediction still pulls hard on its logit.",
      hints: [
        "The slope with respect to the logit is the slope with respect to p, times softmax's own slope.",
        "The slope with respect to p is −1/p, and softmax's slope is p (1 − p).",
        "When you multiply the two, p cancels. What is left is predicted minus observed.",
      ],
      mistakes: {
        slopeInProbability:
          "That is the slope with respect to p. Between p and the logit there is softmax, with a slope of its own.",
        squaredResidual:
          "That is the slope of the squared residual. The question is about cross-entropy.",
        softmaxSlope:
          "That is softmax's slope. Multiply it by the slope of the loss with respect to p.",
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
          "That is p squared. Take the residual first: what p lacks to 1.",
        allClasses:
          "You added up the squares of all classes. The question is about the observed class only.",
        negative:
          "A square is never negative, and yours has a minus before it.",
        doubled: "That is twice the residual. Squaring is ** 2, not * 2.",
      },
    },
    squaredResidualSlope: {
      right:
        "It dies when p goes to 0, so a hopeless prediction teaches the network almost nothing.",
      hints: [
        "Use the chain rule: the slope of (1 − p)² with respect to p, times the slope of p with respect to the logit.",
        "The slope of a square is 2 times what is squared, times the slope of that. Here the last is −1.",
        "Softmax's slope is p (1 − p).",
      ],
      mistakes: {
        slopeInProbability:
          "That is the slope with respect to p. It still has to be multiplied by softmax's slope.",
        forgotTwo:
          "You have half of the slope. The slope of a square brings a factor of 2.",
        crossEntropy:
          "That is cross-entropy's slope. The question is about the squared residual.",
        notSquared:
          "A factor of 1 − p is missing: the square brings one, and softmax's slope another.",
      },
    },
    biasStep: {
      right:
        "Half the learning rate makes half the step: the slope is the same, and you decide how far to trust it.",
      hints: [
        "A step is minus the learning rate times the slope. Here the learning rate is 0.5.",
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
        onlySlope: "That is the slope alone. The question is where b₃ is then.",
      },
    },
    gradientInLogits: {
      right:
        "Predicted minus observed, for every class: this is where backpropagation begins.",
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
        onlyObserved:
          "The observed class is right. But the other logits have slopes as well: each pushes p up or down.",
      },
    },
    weightSlope: {
      right:
        "It is the slope with respect to the logit, times what came in through the weight: the chain rule at work.",
      hints: [
        "The weight multiplies h₁. So the chain rule multiplies the slope with respect to Setosa's logit by h₁.",
        "The slope with respect to Setosa's logit is predicted minus observed.",
        "forward(exampleNetwork, exampleFlowers[0].inputs) gives both: look at its probabilities and its hiddenOutputs.",
      ],
      mistakes: {
        forgotHidden:
          "That is the slope with respect to Setosa's logit. It still has to be multiplied by what comes in through the weight.",
        wrongSign:
          "The size is right and the sign is wrong: the slope is predicted minus observed.",
        weightForHidden:
          "You multiplied by the weight itself. What counts is what comes in through it, h₁.",
        forgotObserved:
          "You multiplied h₁ by the predicted probability. What was observed has to be subtracted from that first.",
        onlyHidden:
          "That is h₁, what comes in through the weight. Multiply it by the slope with respect to the logit.",
      },
    },
    largestRate: {
      right:
        "Beyond it, a step that begins near the bottom ends further from it, on the other side.",
      hints: [
        "Near the bottom, the slope is the curvature times the distance x from it.",
        "A step takes x to x − η · curvature · x, which is (1 − η · curvature) x.",
        "The distance stays the same when that factor is −1: for which η?",
      ],
      mistakes: {
        oneStep:
          "With that rate, one step lands on the bottom. How much larger may it be until a step ends as far away as it began?",
        inverted: "That is the other way round: the curvature divides.",
        product:
          "You multiplied by the curvature. The more curved the valley, the smaller the rate must be.",
        curvature: "That is the curvature itself.",
      },
    },
    curvature: {
      right:
        "Each flower adds the most where p is a half, and next to nothing where the network is sure.",
      hints: [
        "The slope of one flower is p − y. Its curvature is the slope of that.",
        "y does not change with b₃, and the slope of p is softmax's: p (1 − p).",
        "Work that out for each flower, and then add.",
      ],
      mistakes: {
        sumOfP:
          "That is the sum of p. Each p is still to be multiplied by 1 − p.",
        sumOfRest:
          "That is the sum of 1 − p. Each is still to be multiplied by its p.",
        sumOfSquares:
          "That is the sum of p squared. Multiply each p by 1 − p instead.",
        wrongSign:
          "The size is right and the sign is wrong: in a valley the curvature is positive.",
        mean:
          "That is the mean. The total is a sum over the flowers, and so is its curvature.",
        productOfSums:
          "You added first and multiplied then. Multiply for each flower, and then add.",
      },
    },
    pullRatio: {
      right:
        "The squared residual hardly feels that wrong label, and cross-entropy follows it with all its strength.",
      hints: [
        "Both pulls are slopes with respect to the logit. Divide cross-entropy's by the squared residual's.",
        "Cross-entropy's is −(1 − p), and the squared residual's is −2p (1 − p)².",
        "One factor of 1 − p cancels. What is left below the line?",
      ],
      mistakes: {
        inverted:
          "That is the other way round: SR's pull over cross-entropy's.",
        forgotTwo:
          "That is twice as much: the slope of a square brings a factor of 2.",
        difference:
          "That is the difference of the pulls, or cross-entropy's alone. Divide them.",
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
        previousPower:
          "That is the gap below 2²⁹, and a billion is more than 2²⁹.",
      },
    },
    lossOfMargin: {
      right:
        "It keeps its digits for a sure network that is right, and does not overflow for one that is wrong.",
      hints: [
        "Divide both powers of e by that of the observed logit: p = 1 / (1 + e⁻ᵐ), and the loss is ln(1 + e⁻ᵐ).",
        "Math.log1p(x) is ln(1 + x), and keeps the digits of a tiny x.",
        "For a margin below 0, take the other logit out instead: ln(1 + e⁻ᵐ) = ln(1 + eᵐ) − m.",
      ],
      mistakes: {
        asWritten:
          "For ordinary margins this is right. But at −1000 the exponential becomes Infinity, and at 40 the sum 1 + e⁻ᵐ is rounded to 1, and its logarithm to 0.",
        noLog1p:
          "It no longer overflows. But at 40 the sum 1 + e⁻ᵐ is rounded to 1, and its logarithm to 0. Math.log1p does not need the sum.",
        onlyLog1p:
          "It keeps the digits at 40. But at −1000 the exponential becomes Infinity. For a margin below 0, use the other form.",
        wrongSign:
          "That is the loss if the other class had been observed. A larger margin must cost less.",
      },
    },
  },
};

/** The words of the exercises, in one language. */
export type ExerciseWords = typeof exercises;
