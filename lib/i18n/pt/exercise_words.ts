import type { ExerciseWords } from "../en/exercise_words.ts";

/** The words of the exercises, in Brazilian Portuguese. */
export const exercises: ExerciseWords = {
  verdicts: {
    open: "Ainda sem resposta. Ponha a sua resposta no lugar de undefined.",
    right: (meaning) => `Certo. ${meaning}`,
    wrong: (diagnosis) => `Ainda não. ${diagnosis}`,
    hint: (number, count, hint) => `Dica ${number} de ${count}: ${hint}`,
    localNumbers: true,
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
    unreadable: "Não dá para ler a sua resposta: a leitura causa um erro.",
    numberWanted: (kind) =>
      `Este exercício pede um número, e a sua resposta é ${kind}.`,
    decimalComma: (number) =>
      `No código, as casas decimais vêm depois de um ponto: escreva ${number}.`,
    notANumber:
      "A sua resposta é NaN, “não é um número”: um dos passos da conta não tem resultado.",
    tooHigh: "O seu número é grande demais.",
    tooLow: "O seu número é pequeno demais.",
    otherSign: "O seu número está com o sinal errado.",
    tooFarBelow: "O sinal está certo, mas o seu número fica longe demais de 0.",
    tooNearZero: "O sinal está certo, mas o seu número fica perto demais de 0.",
    functionWanted: (kind) =>
      `Este exercício pede uma função, e a sua resposta é ${kind}.`,
    throws: (call, error) => `${call} causa um erro: ${error}`,
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
      `${call} deveria devolver uma lista de números, mas no índice ${index} há ${kind}.`,
    counterexample: (call, wanted, got) =>
      `${call} deveria devolver ${wanted}, mas devolve ${got}.`,
    counterexampleThroughSoftmax: (call, wanted, got, softmaxOfIt) =>
      `${call} devolve ${got}; o softmax transforma isso em ${softmaxOfIt}, e não em ${wanted}.`,
    slips: {
      base10:
        "O seu logaritmo é na base 10. Aqui a base é o número de Euler, como em Math.log e Math.exp.",
      base2:
        "O seu logaritmo é na base 2. Aqui a base é o número de Euler, como em Math.log e Math.exp.",
      caret: "No código, ^ não é potência. Para 3 ao quadrado, escreva 3 ** 2.",
      rounded: "Você arredondou. Não arredonde: guarde todos os dígitos.",
      percent:
        "Isso é cem vezes o que se pede: sem porcentagens, 30 por cento é 0,3.",
      sign: "O tamanho está certo, e o sinal, errado.",
      aboveOne:
        "Isso passa de 1, o que nenhuma probabilidade pode fazer. A entropia cruzada tem um menos antes do logaritmo.",
      noMinus: "O seu resultado é negativo: falta o menos antes do logaritmo.",
      countedFromOne:
        "Isso olha para a classe anterior à observada. As classes são contadas a partir de 0, então o alvo já é o próprio índice.",
      slopeSign:
        "O tamanho está certo, e o sinal, errado: quando este logit sobe, a perda cai.",
      overflow:
        "Para números comuns, está certo. Mas Math.exp de um número grande é Infinity, e de um muito negativo é 0: aqui acontece esse estouro (overflow ou underflow). Subtraia antes o maior logit.",
    },
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
        notDivided:
          "Subtrair a menor largura estava certo. Mas a pétala mais larga ainda não vira 1.",
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
    mostCorrect: {
      right:
        "Em três pontos, uma Versicolor e uma Virginica são iguais, e em cada par uma das duas fica errada.",
      hints: [
        "Flores com a mesma largura de pétala e a mesma largura de sépala parecem iguais. Todas elas recebem o mesmo nome.",
        "Que nome dar a um ponto para errar o menor número possível das flores que estão nele?",
        "Conte flores, e não pontos: em cada ponto, as da espécie mais frequente. Depois some tudo.",
      ],
      mistakes: {
        everyFlower:
          "Essas são todas as flores. Mas algumas, de espécies diferentes, parecem iguais.",
        points:
          "Esse é o número de pontos. Várias flores ocupam o mesmo ponto.",
        unsharedPoints:
          "Esses são os pontos com uma só espécie. Conte as flores que estão neles, e algumas das outras também.",
        unsharedFlowers:
          "Você desistiu de todas as flores dos pontos em comum. Em cada um deles ainda se acerta uma das espécies.",
        network:
          "Isso é o que a rede desta lição acerta. A pergunta é até onde alguém poderia chegar.",
      },
    },
    ratio: {
      right:
        "Com uma vantagem de 2, a probabilidade de uma classe é mais de sete vezes a da outra, sejam quais forem os outros logits.",
      hints: [
        "Divida uma probabilidade pela outra. A soma, que é o denominador das duas, se cancela.",
        "Sobra Math.exp de um dos logits, dividido por Math.exp do outro.",
        "Para dividir potências da mesma base, subtraia os expoentes.",
      ],
      mistakes: {
        difference:
          "Essa é a diferença entre os logits. O softmax calcula exponenciais antes de dividir.",
        powerOfTwo: "Essa é uma potência de 2. O softmax usa Math.exp.",
        powerOfTen: "Essa é uma potência de 10. O softmax usa Math.exp.",
        inverse:
          "É o contrário: você dividiu a probabilidade da classe que está atrás pela da que está à frente.",
        product:
          "Você multiplicou a vantagem pelo número de Euler. Ela é o expoente dele.",
      },
    },
    softmax: {
      right:
        "As suas probabilidades são positivas e somam 1, e nenhum logit é grande demais para a sua função.",
      hints: [
        "São três passos: calcular a exponencial de cada logit, somar tudo, dividir cada resultado pela soma.",
        "Math.exp(z) é a exponencial de z, e logits.map(…) faz uma lista nova a partir da antiga.",
        "Só as diferenças entre logits contam. Por isso, antes de mais nada, você pode subtrair de todos eles o maior, Math.max(...logits).",
      ],
      mistakes: {
        noSum: "Essas são as exponenciais. Falta dividi-las pela soma delas.",
        noExponential:
          "Você dividiu os próprios logits pela soma deles. Antes disso, calcule a exponencial de cada um.",
        byLargest:
          "Você dividiu cada exponencial pela maior delas. Divida pela soma de todas.",
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
        minusLogarithm:
          "Há um menos sobrando: a classe mais provável tem de ter o maior logit.",
      },
    },
    temperature: {
      right:
        "Uma temperatura alta iguala as probabilidades; uma baixa deixa quase tudo para o maior logit.",
      hints: [
        "A temperatura divide os logits.",
        "Divida primeiro: o softmax vem depois.",
        "Uma temperatura baixa gera números grandes. Antes de Math.exp, subtraia o maior dos logits já divididos.",
      ],
      mistakes: {
        multiplied:
          "Você multiplicou pela temperatura. Uma temperatura maior tem de deixar as probabilidades mais parecidas.",
        dividedAfter:
          "Você dividiu as probabilidades, e elas já não somam 1. Divida os logits.",
        noEffect:
          "A sua temperatura não tem efeito. Divida por ela os logits, antes das exponenciais: o que se divide depois se cancela.",
      },
    },
    surprise: {
      right:
        "Uma perda de 3 nats diz que a rede deu cerca de uma chance em vinte ao que aconteceu.",
      hints: [
        "A entropia cruzada é −ln p. Para que p ela vale 3?",
        "Se −ln p é 3, quanto é ln p?",
        "Math.exp desfaz o logaritmo natural.",
      ],
      mistakes: {
        reciprocal:
          "Isso é 1 dividido pela perda. Entre p e a perda há um logaritmo.",
      },
    },
    crossEntropy: {
      right:
        "Quanto menos provável a rede achava aquilo que depois aconteceu, mais ela paga.",
      hints: [
        "Basta um número, a probabilidade da classe observada: probabilities[target].",
        "Math.log é o logaritmo natural.",
        "O logaritmo de um número menor que 1 é negativo, e uma perda não é.",
      ],
      mistakes: {
        allClasses:
          "Você somou os logaritmos de todas as classes. Só a classe observada conta: as outras são multiplicadas por 0.",
        oneMinus:
          "Isso é 1 − p, o resíduo. A entropia cruzada usa um logaritmo.",
        weighted:
          "Você multiplicou o logaritmo por p, a probabilidade predita. O que o multiplica é o observado, 1.",
        entropy:
          "Essa é a entropia da predição. Ela não pergunta o que foi observado.",
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
          "Para logits comuns, está certo. Mas você calcula antes o softmax e, com os logits 0 e −1000, uma probabilidade vira 0, e a perda dela, Infinity. Use a fórmula que usa os próprios logits.",
        notAddedBack:
          "Você subtraiu o maior logit dentro da soma. Falta somá-lo de novo depois do logaritmo.",
        wrongSign:
          "Esse é o logaritmo da probabilidade, que nunca é positivo. A perda tem o sinal contrário.",
        forgotTarget:
          "Esse é o logaritmo da soma. Falta subtrair o logit da classe observada.",
      },
    },
    lowestLoss: {
      right:
        "Nem a melhor predição sai de graça: ela paga pela dúvida que há no alvo.",
      hints: [
        "Com rótulos suaves (soft labels), sobram dois termos na soma: cada classe custa −ln p, com o peso da sua parte no alvo.",
        "A perda é menor quando p é o próprio alvo. Uma predição com certeza total pagaria Infinity pela outra classe.",
        "Então ponha nos logaritmos as partes do próprio alvo, e some os dois termos.",
      ],
      mistakes: {
        zero:
          "Uma perda de 0 exige um alvo sem dúvida. Aqui, duas classes têm uma parte.",
        onlySetosa:
          "Isso é −ln da parte de Setosa. Multiplique pelo peso; Versicolor também tem um termo.",
        onlyVersicolor:
          "Isso é −ln da parte de Versicolor. Multiplique pelo peso; Setosa também tem um termo.",
        oneTerm: "Esse é o termo de Setosa. Versicolor também tem um.",
        otherTerm: "Esse é o termo de Versicolor. Setosa também tem um.",
        unweighted:
          "Você somou os dois logaritmos sem pesos. Multiplique cada um pela parte da classe no alvo.",
        evenPrediction:
          "Essa é a perda de uma predição que dá a mesma probabilidade às duas. Outra melhor usa as próprias partes.",
      },
    },
    typicalProbability: {
      right:
        "Uma rede com essa perda média se sai tão bem quanto uma que dá a cada classe observada uma probabilidade de cerca de 0,82.",
      hints: [
        "Se toda classe observada tem a mesma probabilidade p, toda perda é −ln p, e a média delas também.",
        "Se −ln p é 0,2, quanto é ln p?",
        "Math.exp desfaz o logaritmo natural.",
      ],
      mistakes: {
        oneMinus:
          "Isso é 1 menos a perda, o que chega perto quando a perda é pequena. A resposta exata desfaz o logaritmo.",
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
        eachRounded:
          "Você arredondou cada perda antes de somar. Guarde todos os dígitos até o final.",
        probabilitiesRounded:
          "Você arredondou antes as probabilidades. Guarde todos os dígitos até o final.",
        likelihood:
          "Esse é o produto das probabilidades, a verossimilhança. O total é menos o logaritmo dela.",
        underflow:
          "Para poucas flores, está certo. Mas o produto de muitas probabilidades vira 0. Calcule o logaritmo de cada uma e some.",
        lossOfMean:
          "Você calculou a média das probabilidades e depois o logaritmo dela. Calcule o logaritmo de cada probabilidade e só depois some.",
      },
    },
    accuracy: {
      right:
        "Ela só pergunta qual classe ficou em primeiro lugar. Quanta certeza a rede tinha, quem vê é a perda.",
      hints: [
        "Uma predição é correta quando a classe observada tem a maior probabilidade da linha: Math.max(...row).",
        "Conte as flores cuja predição é correta.",
        "A acurácia é uma fração: divida pelo número de flores.",
      ],
      mistakes: {
        count: "Isso é quantas estão corretas. A acurácia é a fração delas.",
        meanProbability:
          "Essa é a média das probabilidades das classes observadas. A acurácia só pergunta se cada uma é a maior.",
        overHalf:
          "A maior de três probabilidades pode ser menor que a metade. Compare com as outras, e não com 0,5.",
        wrongShare: "Essa é a fração de predições erradas.",
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
        slopeInProbability:
          "Essa é a inclinação em relação a p. Entre p e o logit está o softmax, com uma inclinação própria.",
        squaredResidual:
          "Essa é a inclinação do resíduo ao quadrado. O que se pede é a da entropia cruzada.",
        softmaxSlope:
          "Essa é a inclinação do softmax. Multiplique-a pela inclinação da perda em relação a p.",
        predicted:
          "Isso é o que foi predito. Falta subtrair o que foi observado.",
      },
    },
    squaredResidual: {
      right:
        "Ele nunca passa de 1: uma predição totalmente errada custa pouco mais que uma ruim.",
      hints: [
        "O resíduo é observado menos predito. Na classe observada, o observado é 1.",
        "O predito é a probabilidade dessa classe: probabilities[target].",
        "Eleve o resíduo ao quadrado, com ** 2.",
      ],
      mistakes: {
        notSquared: "Esse é o resíduo. Falta elevá-lo ao quadrado.",
        probabilitySquared:
          "Isso é p ao quadrado. Calcule antes o resíduo, o que falta a p para chegar a 1.",
        allClasses:
          "Você somou os quadrados de todas as classes. Aqui só se pede a classe observada.",
        negative:
          "Um quadrado nunca é negativo, e o seu tem um menos na frente.",
        doubled:
          "Isso é o dobro do resíduo. O quadrado se escreve ** 2, e não * 2.",
      },
    },
    squaredResidualSlope: {
      right:
        "Ela se anula quando p tende a 0, e por isso uma predição totalmente errada não ensina quase nada à rede.",
      hints: [
        "Use a regra da cadeia: a inclinação de (1 − p)² em relação a p, vezes a inclinação de p em relação ao logit.",
        "A inclinação de um quadrado é 2 vezes o que está ao quadrado, vezes a inclinação disso. Aqui, esta última é −1.",
        "A inclinação do softmax é p (1 − p).",
      ],
      mistakes: {
        slopeInProbability:
          "Essa é a inclinação em relação a p. Falta multiplicá-la pela inclinação do softmax.",
        forgotTwo:
          "Você tem a metade da inclinação. A inclinação de um quadrado traz um fator 2.",
        crossEntropy:
          "Essa é a inclinação da entropia cruzada. O que se pede é a do resíduo ao quadrado.",
        notSquared:
          "Falta um fator 1 − p: o quadrado traz um, e a inclinação do softmax traz outro.",
      },
    },
    biasStep: {
      right:
        "Metade da taxa de aprendizado dá metade do passo: a inclinação é a mesma, e quem decide até onde confiar nela é você.",
      hints: [
        "Um passo é menos a taxa de aprendizado vezes a inclinação. Aqui, a taxa de aprendizado é 0,5.",
        "A inclinação é uma soma sobre as três flores, em b₃ = −2: predito menos observado, para Setosa.",
        "Essa inclinação é negativa, então b₃ sobe. Parta de −2 e some o passo.",
      ],
      mistakes: {
        uphill:
          "O seu passo foi ladeira acima. Um passo vai contra a inclinação: é menos a taxa de aprendizado vezes a inclinação.",
        fullRate:
          "É aí que se chega com uma taxa de aprendizado de 1. Aqui ela é 0,5.",
        mean:
          "Você calculou a média das três inclinações. O total é uma soma sobre as flores, e a inclinação dele também.",
        onlyStep: "Isso é só o passo. Falta somá-lo a −2.",
        onlySlope:
          "Isso é só a inclinação. A pergunta é onde b₃ fica depois do passo.",
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
        onlyObserved:
          "A classe observada está certa. Mas os outros logits também têm inclinações: cada um faz p subir ou descer.",
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
        onlyHidden:
          "Isso é h₁, o que entra pelo peso. Multiplique pela inclinação em relação ao logit.",
      },
    },
    largestRate: {
      right:
        "Acima dela, um passo que começa perto do fundo termina mais longe dele, e do outro lado.",
      hints: [
        "Perto do fundo, a inclinação é a curvatura vezes a distância x até ele.",
        "Um passo leva x a x − η · curvatura · x, que é (1 − η · curvatura) x.",
        "A distância fica a mesma quando esse fator é −1: para que η?",
      ],
      mistakes: {
        oneStep:
          "Com essa taxa, um só passo chega ao fundo. Quanto maior ela pode ser até que um passo termine tão longe quanto começou?",
        inverted: "É o contrário: a curvatura divide.",
        product:
          "Você multiplicou pela curvatura. Quanto mais curvo o vale, menor tem de ser a taxa.",
        curvature: "Essa é a própria curvatura.",
      },
    },
    curvature: {
      right:
        "Cada flor contribui mais onde p é um meio, e quase nada onde a rede tem certeza.",
      hints: [
        "A inclinação de uma flor é p − y. A curvatura dela é a inclinação disso.",
        "y não muda com b₃, e a inclinação de p é a do softmax: p (1 − p).",
        "Calcule isso para cada flor e só depois some.",
      ],
      mistakes: {
        sumOfP: "Essa é a soma dos p. Falta multiplicar cada p por 1 − p.",
        sumOfRest:
          "Essa é a soma dos 1 − p. Falta multiplicar cada um pelo seu p.",
        sumOfSquares:
          "Essa é a soma dos p ao quadrado. Em vez disso, multiplique cada p por 1 − p.",
        wrongSign:
          "O tamanho está certo, e o sinal, errado: em um vale, a curvatura é positiva.",
        mean:
          "Essa é a média. O total é uma soma sobre as flores, e a curvatura dele também.",
        productOfSums:
          "Você somou antes e multiplicou depois. Multiplique para cada flor e só depois some.",
      },
    },
    pullRatio: {
      right:
        "O resíduo ao quadrado mal sente esse rótulo errado, e a entropia cruzada o segue com toda a força.",
      hints: [
        "Os dois puxões são inclinações em relação ao logit. Divida o da entropia cruzada pelo do resíduo ao quadrado.",
        "O da entropia cruzada é −(1 − p), e o do resíduo ao quadrado é −2p (1 − p)².",
        "Um fator 1 − p se cancela. O que sobra no denominador?",
      ],
      mistakes: {
        inverted:
          "É o contrário: o puxão do SR dividido pelo da entropia cruzada.",
        forgotTwo:
          "Isso é o dobro: a inclinação de um quadrado traz um fator 2.",
        difference:
          "Essa é a diferença dos puxões, ou só o da entropia cruzada. Divida um pelo outro.",
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
        previousPower:
          "Esse é o intervalo abaixo de 2²⁹, e um bilhão é mais que 2²⁹.",
      },
    },
    lossOfMargin: {
      right:
        "Ela conserva os dígitos quando a rede tem certeza e acerta, e não causa estouro quando erra.",
      hints: [
        "Divida as duas exponenciais pela do logit observado: p = 1 / (1 + e⁻ᵐ), e a perda é ln(1 + e⁻ᵐ).",
        "Math.log1p(x) é ln(1 + x) e conserva os dígitos de um x minúsculo.",
        "Para uma margem abaixo de 0, retire o outro logit: ln(1 + e⁻ᵐ) = ln(1 + eᵐ) − m.",
      ],
      mistakes: {
        asWritten:
          "Para margens comuns, está certo. Mas em −1000 a exponencial vira Infinity, e em 40 a soma 1 + e⁻ᵐ é arredondada para 1, e o logaritmo dela, para 0.",
        noLog1p:
          "Já não há estouro. Mas em 40 a soma 1 + e⁻ᵐ é arredondada para 1, e o logaritmo dela, para 0. Math.log1p não precisa da soma.",
        onlyLog1p:
          "Em 40 os dígitos se conservam. Mas em −1000 a exponencial vira Infinity. Para uma margem abaixo de 0, use a outra forma.",
        wrongSign:
          "Essa é a perda se a outra classe tivesse sido observada. Uma margem maior tem de custar menos.",
      },
    },
  },
};
