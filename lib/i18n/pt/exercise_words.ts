import type { ExerciseWords } from "../exercise_words.ts";

/** The words of the exercises, in Brazilian Portuguese. */
export const exercises = {
  verdicts: {
    open: "Ainda sem resposta. Ponha a sua resposta no lugar de undefined.",
    right: (meaning) => `Certo. ${meaning}`,
    wrong: (diagnosis) => `Ainda não. ${diagnosis}`,
    hint: (number, count, hint) => `Dica ${number} de ${count}: ${hint}`,
    kinds: {
      undefined: "undefined",
      null: "null",
      boolean: "true ou false",
      number: "um número",
      bigint: "um bigint",
      string: "uma string",
      symbol: "um symbol",
      function: "uma função",
      list: "uma lista",
      promise: "uma promise",
      object: "um objeto",
    },
    unreadable:
      "Não dá para ler a sua resposta: a leitura termina com um erro.",
    numberWanted: (kind) =>
      `Aqui se espera um número, e a sua resposta é ${kind}.`,
    notANumber:
      "A sua resposta é NaN, “não é um número”: um dos passos da conta não tem resultado.",
    tooHigh: "O seu número é alto demais.",
    tooLow: "O seu número é baixo demais.",
    functionWanted: (kind) =>
      `Aqui se espera uma função, e a sua resposta é ${kind}.`,
    stopped: (call, error) => `${call} termina com um erro: ${error}`,
    changedInput: (call) =>
      `${call} altera a lista que recebe. Em vez disso, crie uma lista nova.`,
    returnsNothing: (call) =>
      `${call} devolve undefined. Talvez falte um return.`,
    resultNotNumber: (call, kind) =>
      `${call} deveria devolver um número, mas devolve ${kind}.`,
    resultNotList: (call, kind) =>
      `${call} deveria devolver uma lista, mas devolve ${kind}.`,
    wrongLength: (call, wanted, got) =>
      `${call} deveria devolver uma lista de comprimento ${wanted}, mas devolve uma de comprimento ${got}.`,
    entryNotNumber: (call, index, kind) =>
      `${call} deveria devolver uma lista de números, mas o que está no índice ${index} é ${kind}.`,
    counterexample: (call, wanted, got) =>
      `${call} deveria devolver ${wanted}, mas devolve ${got}.`,
    counterexampleThroughSoftmax: (call, wanted, got, softmaxOfIt) =>
      `${call} devolve ${got}; o softmax faz disso ${softmaxOfIt}, e não ${wanted}.`,
  },
  texts: {
    scaledPetal: {
      right:
        "No caminho da pétala mais estreita até a mais larga, esta já percorreu um quarto.",
      hints: [
        "A menor largura de pétala de todas as 150 vira 0, e a maior vira 1.",
        "Quantos centímetros esta pétala tem a mais que a mais estreita?",
        "Divida isso pela amplitude: a maior largura menos a menor.",
      ],
      mistakes: {
        byLargest:
          "Você dividiu pela maior largura. Assim, a pétala mais estreita não viraria 0.",
        shiftedByLargest:
          "Subtrair a menor largura estava certo. Mas depois você dividiu pela maior largura, e não pela amplitude.",
        notShifted:
          "Dividir pela amplitude estava certo. Mas antes é preciso subtrair a menor largura.",
      },
    },
    scale: {
      right: "Seja qual for a unidade, o menor valor vira 0 e o maior vira 1.",
      hints: [
        "Encontre primeiro o menor e o maior valor: Math.min(...values) e Math.max(...values).",
        "De cada valor, subtraia o menor, para que o menor vire 0.",
        "E o maior valor, quanto vale agora? Divida por isso, para que ele vire 1.",
      ],
      mistakes: {
        byLargest:
          "Você dividiu pelo maior valor. O maior vira 1, mas o menor não vira 0.",
        onlyShifted:
          "Você subtraiu o menor valor, e ele vira 0. Falta fazer o maior virar 1.",
        shiftedByLargest:
          "Subtrair o menor valor estava certo. Mas depois você dividiu pelo maior valor, e não pela amplitude.",
        notShifted:
          "Dividir pela amplitude estava certo. Mas antes é preciso subtrair o menor valor.",
      },
    },
    ratio: {
      right:
        "Com uma vantagem de 2, a probabilidade de uma classe é mais de sete vezes a da outra, sejam quais forem os outros logits.",
      hints: [
        "Divida uma probabilidade pela outra. A soma que está embaixo do traço é a mesma e desaparece.",
        "Sobra o número e elevado a um dos logits, dividido por e elevado ao outro.",
        "Dividir potências de e é subtrair os seus expoentes.",
      ],
      mistakes: {
        difference:
          "Essa é a diferença entre os logits. O softmax calcula exponenciais antes de dividir.",
        powerOfTwo:
          "Essa é uma potência de 2. O softmax calcula potências de e.",
        powerOfTen:
          "Essa é uma potência de 10. O softmax calcula potências de e.",
      },
    },
    softmax: {
      right:
        "As suas probabilidades são positivas e somam 1, e nenhum logit é grande demais para a sua função.",
      hints: [
        "São três passos: elevar o número e a cada logit, somar tudo, dividir cada resultado pela soma.",
        "Math.exp(z) é o número e elevado a z, e logits.map(…) faz uma lista nova a partir da antiga.",
        "Só as diferenças entre logits contam. Por isso, antes de mais nada, você pode subtrair de todos eles o maior, Math.max(...logits).",
      ],
      mistakes: {
        noSum: "Essas são as exponenciais. Falta dividi-las pela soma delas.",
        noExponential:
          "Você dividiu os próprios logits pela soma deles. Antes disso, eleve o número e a cada um.",
        byLargest:
          "Você dividiu cada exponencial pela maior delas. Divida pela soma de todas.",
        overflow:
          "Para logits comuns, isso é o softmax. Mas, com logits como 1000 ou −1000, as exponenciais viram Infinity ou 0, e o resultado é NaN. O que falta é subtrair antes o maior logit.",
      },
    },
    undoSoftmax: {
      right:
        "O softmax devolve essas probabilidades: um logit é o logaritmo de uma probabilidade, a menos de uma constante.",
      hints: [
        "O softmax calcula exponenciais. Que função desfaz uma exponencial?",
        "O softmax divide por uma soma. Isso você não precisa desfazer, pois somar uma constante a todos os logits não muda nada.",
        "Então cada probabilidade pode ser tratada sozinha, com probabilities.map(…).",
      ],
      mistakes: {
        exponential:
          "Você calculou exponenciais mais uma vez. Para desfazer o softmax, vá no sentido contrário.",
        unchanged:
          "Essas são as próprias probabilidades. O softmax calcularia as exponenciais delas, em vez de devolvê-las.",
        base10:
          "Esse é o logaritmo na base 10. O softmax calcula potências de e.",
        base2:
          "Esse é o logaritmo na base 2. O softmax calcula potências de e.",
        minusLogarithm:
          "Há um menos sobrando: a classe mais provável tem de ter o maior logit.",
      },
    },
    surprise: {
      right:
        "Uma perda de 3 nats diz que a rede deu cerca de uma chance em vinte ao que aconteceu.",
      hints: [
        "A entropia cruzada é −ln p. Para que p ela vale 3?",
        "Se −ln p é 3, quanto é ln p?",
        "A exponencial, o número e elevado a um expoente, desfaz o logaritmo natural.",
      ],
      mistakes: {
        base10:
          "Isso custaria 3 se o logaritmo fosse na base 10. Os nats são contados na base e.",
        base2:
          "Isso custa 3 bits, com um logaritmo na base 2. Os nats são contados na base e.",
        reciprocal:
          "Isso é 1 dividido pela perda. Entre p e a perda há um logaritmo.",
        noMinus:
          "Isso passa de 1, o que nenhuma probabilidade pode fazer. A entropia cruzada tem um menos antes do logaritmo.",
      },
    },
    crossEntropy: {
      right:
        "Quanto menos provável a rede achava aquilo que depois aconteceu, mais ela paga.",
      hints: [
        "Basta um número, a probabilidade da classe observada: probabilities[target].",
        "Math.log é o logaritmo na base e.",
        "O logaritmo de um número menor que 1 é negativo, e uma perda não é.",
      ],
      mistakes: {
        base10: "Esse é o logaritmo na base 10. A perda usa a base e.",
        base2: "Esse é o logaritmo na base 2. A perda usa a base e.",
        noMinus: "A sua perda é negativa: falta o menos antes do logaritmo.",
        allClasses:
          "Você somou os logaritmos de todas as classes. Só a classe observada conta: as outras são multiplicadas por 0.",
        countedFromOne:
          "Isso olha para a classe anterior à observada. As classes são contadas a partir de 0, então target já é o próprio índice.",
        oneMinus:
          "Isso é 1 − p, o resíduo. A entropia cruzada toma um logaritmo.",
      },
    },
    crossEntropyFromLogits: {
      right:
        "Nenhum logit causa estouro, e a perda continua finita mesmo onde a probabilidade viraria 0.",
      hints: [
        "A fórmula a partir dos logits tem duas partes: o logaritmo de uma soma sobre todas as classes e o logit da classe observada.",
        "Logits grandes causam estouro (overflow) em Math.exp. Dentro da soma, subtraia de todos eles o maior logit.",
        "O que foi subtraído dentro da soma precisa ser somado de novo depois do logaritmo.",
      ],
      mistakes: {
        softmaxFirst:
          "Para logits comuns, está certo. Mas você calcula antes o softmax e, com os logits 0 e −1000, uma probabilidade vira 0, e a perda dela, Infinity. Use a fórmula que toma os logits como eles são.",
        overflow:
          "Para logits comuns, está certo. Mas, com logits como 1000 ou −1000, as exponenciais viram Infinity ou 0. Subtraia o maior logit dentro da soma e some-o de novo depois do logaritmo.",
        softmaxFirstWithOverflow:
          "Para logits comuns, está certo. Mas você calcula antes o softmax e, com logits como 1000 ou −1000, as exponenciais dele viram Infinity ou 0. Use a fórmula que toma os logits como eles são.",
        wrongSign:
          "Esse é o logaritmo da probabilidade, que nunca é positivo. A perda tem o sinal contrário.",
        forgotTarget:
          "Esse é o logaritmo da soma. Falta subtrair o logit da classe observada.",
      },
    },
    typicalProbability: {
      right:
        "Uma rede com essa perda média se sai tão bem quanto uma que dá a cada classe observada uma probabilidade de cerca de 0,82.",
      hints: [
        "Se toda classe observada tem a mesma probabilidade p, toda perda é −ln p, e a média delas também.",
        "Se −ln p é 0,2, quanto é ln p?",
        "A exponencial, o número e elevado a um expoente, desfaz o logaritmo natural.",
      ],
      mistakes: {
        oneMinus:
          "Isso é 1 menos a perda, o que chega perto quando a perda é pequena. A resposta exata desfaz o logaritmo.",
        base10:
          "Você desfez um logaritmo na base 10. Os nats são contados na base e.",
        base2:
          "Você desfez um logaritmo na base 2. Os nats são contados na base e.",
        noMinus:
          "Isso passa de 1, o que nenhuma probabilidade pode fazer. A entropia cruzada tem um menos antes do logaritmo.",
      },
    },
    total: {
      right:
        "Este único número fala por todo o conjunto de dados, e o treinamento faz com que ele diminua.",
      hints: [
        "Comece com uma flor só: as probabilidades dela são uma linha da tabela, e a classe observada está no mesmo lugar em targets.",
        "A probabilidade da classe observada da flor i é probabilities[i][targets[i]].",
        "Cada flor custa −ln dessa probabilidade. Some todos os custos e não arredonde nada.",
      ],
      mistakes: {
        mean:
          "Essa é a média. O total é a soma, que cresce com o número de flores.",
        noMinus: "O seu total é negativo: falta o menos antes do logaritmo.",
        base10: "Você tomou logaritmos na base 10. A perda usa a base e.",
        rounded:
          "Você arredondou cada perda antes de somar. Guarde todos os dígitos até o final.",
        likelihood:
          "Esse é o produto das probabilidades, a verossimilhança. O total é menos o logaritmo dela.",
        lossOfMean:
          "Você tomou a média das probabilidades e depois o logaritmo dela. Tome o logaritmo de cada probabilidade e só depois some.",
      },
    },
    slopeInLogit: {
      right:
        "É predito menos observado: uma predição ruim ainda puxa o seu logit com força.",
      hints: [
        "A inclinação em relação ao logit é a inclinação em relação a p vezes a do próprio softmax.",
        "A inclinação em relação a p é −1/p, e a do softmax é p (1 − p).",
        "Quando você multiplica as duas, p se cancela. Sobra predito menos observado.",
      ],
      mistakes: {
        wrongSign:
          "O tamanho está certo, e o sinal, errado: quando este logit sobe, a perda cai.",
        slopeInProbability:
          "Essa é a inclinação em relação a p. Entre p e o logit está o softmax, com uma inclinação própria.",
        squaredResidual:
          "Essa é a inclinação do resíduo ao quadrado em relação ao logit. O que se pede é a da entropia cruzada.",
        predicted:
          "Isso é o que foi predito. Falta subtrair o que foi observado.",
      },
    },
    squaredResidual: {
      right:
        "Ele nunca passa de 1: uma predição sem esperança custa pouco mais que uma ruim.",
      hints: [
        "O resíduo é observado menos predito. Na classe observada, o observado é 1.",
        "O predito é a probabilidade dessa classe: probabilities[target].",
        "Eleve o resíduo ao quadrado, com ** 2.",
      ],
      mistakes: {
        notSquared: "Esse é o resíduo. Falta elevá-lo ao quadrado.",
        probabilitySquared:
          "Isso é p ao quadrado. Tome antes o resíduo, o que falta a p para chegar a 1.",
        allClasses:
          "Você somou os quadrados de todas as classes. Aqui só se pede a classe observada.",
        negative:
          "Um quadrado nunca é negativo, e o seu tem um menos na frente.",
      },
    },
    squaredResidualSlope: {
      right:
        "Ela morre quando p vai para 0, e por isso uma predição sem esperança não ensina quase nada à rede.",
      hints: [
        "Use a regra da cadeia: a inclinação de (1 − p)² em relação a p, vezes a inclinação de p em relação ao logit.",
        "A inclinação de um quadrado é 2 vezes o que está ao quadrado, vezes a inclinação disso. Aqui, esta última é −1.",
        "A inclinação do softmax é p (1 − p).",
      ],
      mistakes: {
        wrongSign:
          "O tamanho está certo, e o sinal, errado: quando este logit sobe, a perda cai.",
        slopeInProbability:
          "Essa é a inclinação em relação a p. Falta multiplicá-la pela inclinação do softmax.",
        forgotTwo:
          "Você tem a metade da inclinação. A inclinação de um quadrado traz um fator 2.",
        crossEntropy:
          "Essa é a inclinação da entropia cruzada em relação ao logit. O que se pede é a do resíduo ao quadrado.",
      },
    },
    biasStep: {
      right:
        "Metade da taxa de aprendizado dá metade do passo: a inclinação é a mesma, e quem decide até onde confiar nela é você.",
      hints: [
        "Um passo é menos a taxa de aprendizado vezes a inclinação.",
        "A inclinação é uma soma sobre as três flores, em b₃ = −2: predito menos observado, para Setosa.",
        "Essa inclinação é negativa, então b₃ sobe. Parta de −2 e some o passo.",
      ],
      mistakes: {
        uphill:
          "O seu passo foi ladeira acima. Um passo vai contra a inclinação: é menos a taxa de aprendizado vezes a inclinação.",
        fullRate:
          "É aí que se chega com uma taxa de aprendizado de 1. Aqui ela é 0,5.",
        mean:
          "Você tomou a média das três inclinações. O total é uma soma sobre as flores, e a inclinação dele também.",
        onlyStep: "Isso é só o passo. Falta somá-lo a −2.",
      },
    },
    gradientInLogits: {
      right:
        "Predito menos observado, para cada classe: é por aí que a retropropagação começa.",
      hints: [
        "Primeiro, transforme os logits em probabilidades, com o softmax.",
        "O observado é 1 para a classe observada e 0 para todas as outras.",
        "Cada classe tem a sua própria inclinação: predito menos observado. Em map((p, j) => …), j é a classe.",
      ],
      mistakes: {
        wrongSign:
          "Os tamanhos estão certos, e os sinais, errados: o que você tem é observado menos predito.",
        forgotObserved:
          "Essas são as probabilidades. Falta subtrair o que foi observado.",
        subtractedEverywhere:
          "Você subtraiu 1 em todas as classes. Só a classe observada tem 1; as outras têm 0.",
        noSum:
          "No seu softmax, as exponenciais não são divididas pela soma delas.",
      },
    },
    weightSlope: {
      right:
        "É a inclinação em relação ao logit, vezes o que entrou pelo peso: a regra da cadeia em ação.",
      hints: [
        "O peso multiplica h₁. Por isso, a regra da cadeia multiplica por h₁ a inclinação em relação ao logit de Setosa.",
        "A inclinação em relação ao logit de Setosa é predito menos observado.",
        "forward(exampleNetwork, exampleFlowers[0].inputs) dá as duas coisas: olhe as suas probabilities e os seus hiddenOutputs.",
      ],
      mistakes: {
        forgotHidden:
          "Essa é a inclinação em relação ao logit de Setosa. Falta multiplicá-la pelo que entra pelo peso.",
        wrongSign:
          "O tamanho está certo, e o sinal, errado: a inclinação é predito menos observado.",
        weightForHidden:
          "Você multiplicou pelo próprio peso. O que conta é o que entra por ele, h₁.",
        forgotObserved:
          "Você multiplicou h₁ pela probabilidade predita. Antes, é preciso subtrair dela o que foi observado.",
      },
    },
    gapAtBillion: {
      right:
        "Perto de um bilhão, o intervalo entre dois números vizinhos é maior que um décimo de milionésimo.",
      hints: [
        "Entre 1 e 2, o intervalo é 2⁻⁵². A partir de 2 ele é o dobro; a partir de 4, o dobro de novo.",
        "Então o intervalo em um número é 2⁻⁵² vezes a maior potência de dois que não passa dele.",
        "2²⁹ é 536.870.912, e 2³⁰ é 1.073.741.824.",
      ],
      mistakes: {
        gapAtOne:
          "Esse é o intervalo em 1. Ele dobra em cada potência de dois no caminho até um bilhão.",
        timesBillion:
          "O intervalo não cresce por igual com o número. Ele dobra em cada potência de dois e fica o mesmo até a seguinte.",
        nextPower:
          "Esse é o intervalo acima de 2³⁰, e 2³⁰ é um pouco mais que um bilhão.",
      },
    },
    lossOfMargin: {
      right:
        "Ela conserva os dígitos quando a rede tem certeza e acerta, e não causa estouro quando erra.",
      hints: [
        "Divida as duas potências de e pela do logit observado: p = 1 / (1 + e⁻ᵈ), e a perda é ln(1 + e⁻ᵈ).",
        "Math.log1p(x) é ln(1 + x) e conserva os dígitos de um x minúsculo.",
        "Para uma vantagem abaixo de 0, retire o outro logit: ln(1 + e⁻ᵈ) = ln(1 + eᵈ) − d.",
      ],
      mistakes: {
        asWritten:
          "Para vantagens comuns, está certo. Mas em −1000 a exponencial vira Infinity, e em 40 a soma 1 + e⁻ᵈ é arredondada para 1, e o logaritmo dela, para 0.",
        noLog1p:
          "Já não há estouro. Mas em 40 a soma 1 + e⁻ᵈ é arredondada para 1, e o logaritmo dela, para 0. Math.log1p não precisa da soma.",
        onlyLog1p:
          "Em 40 os dígitos se conservam. Mas em −1000 a exponencial vira Infinity. Para uma vantagem abaixo de 0, use a outra forma.",
        wrongSign:
          "Essa é a perda se a outra classe tivesse sido observada. Uma vantagem maior tem de custar menos.",
      },
    },
  },
} satisfies ExerciseWords;
