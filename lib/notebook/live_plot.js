// Runs in the browser, inside a figure, or once at the end of a page for all of
// its figures: draws the live plots in place of the pictures or the alternative
// texts. It takes Plotly from the page if it is there already; else from the
// Jupyter server, when the figure gives an address there; else from the packed
// copy that a handout, or the first figure of a notebook, carries. A figure
// that is drawn dispatches the event "live", for scripts that change the plot.
((own) => {
  async function fromServer(url) {
    const config = document.getElementById("jupyter-config-data").textContent;
    const script = document.createElement("script");
    script.src = JSON.parse(config).baseUrl + url;
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${script.src}`));
      document.head.append(script);
    });
    return globalThis.Plotly;
  }

  async function fromPage() {
    if (document.readyState === "loading") {
      await new Promise((resolve) =>
        addEventListener("DOMContentLoaded", resolve)
      );
    }
    if (!document.querySelector("script.plotly")) {
      throw new Error("the page has no copy of Plotly");
    }
    // A handout packs its explorables, too. They listen for figures.
    const packed = "script[type='text/plain']:is(.plotly, .explorables)";
    for (const { textContent } of document.querySelectorAll(packed)) {
      const bytes = Uint8Array.from(atob(textContent), (c) => c.charCodeAt(0));
      const stream = new Blob([bytes]).stream()
        .pipeThrough(new DecompressionStream("gzip"));
      const script = document.createElement("script");
      script.textContent = await new Response(stream).text();
      document.head.append(script);
    }
    return globalThis.Plotly;
  }

  async function load(url) {
    globalThis.plotlyLoaded ??= url ? fromServer(url) : fromPage();
    try {
      return await globalThis.plotlyLoaded;
    } catch (reason) {
      globalThis.plotlyLoaded = undefined; // so that another figure may try
      throw reason;
    }
  }

  async function draw(figure) {
    const Plotly = globalThis.Plotly ?? await load(figure.dataset.plotly);
    const json = figure.querySelector("script[type='application/json']");
    const { data, layout } = JSON.parse(json.textContent);
    const still = figure.querySelectorAll(":scope > img, :scope > .alt");
    const live = document.createElement("div");
    live.className = "live";
    [...still].at(-1).after(live);
    for (const element of still) element.hidden = true;
    const config = {
      locale: figure.lang,
      responsive: true,
      displaylogo: false,
      showSendToCloud: false,
    };
    try {
      await Plotly.newPlot(live, data, layout, config);
    } catch (reason) {
      live.remove();
      for (const element of still) element.hidden = false;
      throw reason;
    }
    const detail = { Plotly, plot: live, config };
    figure.dispatchEvent(new CustomEvent("live", { detail, bubbles: true }));
  }

  // In nbclassic no script knows its own figure, so each takes all that are left.
  for (const figure of own ? [own] : document.querySelectorAll("figure.plot")) {
    if (figure.dataset.drawn) continue;
    figure.dataset.drawn = "true";
    draw(figure).catch((reason) => {
      delete figure.dataset.drawn; // so that another script may try
      console.info("The plot is not drawn:", reason.message);
    });
  }
})(document.currentScript?.closest("figure"));
