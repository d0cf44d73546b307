// Runs once inside each figure, in the browser: draws the live plot and hides
// the static picture. A handout page brings Plotly itself, as the promise
// `plotlyLoaded`. In Jupyter the file is fetched from the server that the page
// came from, which serves the files below its root folder.
(async (figure) => {
  function fetchFromJupyter() {
    const config = JSON.parse(
      document.getElementById("jupyter-config-data").textContent,
    );
    const root = config.serverRoot.replace(/\/*$/, "/");
    const file = figure.dataset.plotly;
    return new Promise((resolve, reject) => {
      if (!file.startsWith(root)) {
        reject(new Error(`${file} is not below ${root}`));
      }
      const script = document.createElement("script");
      script.src = `${config.baseUrl}files/${
        encodeURI(file.slice(root.length))
      }`;
      script.onload = () => resolve(globalThis.Plotly);
      script.onerror = () => reject(new Error(`cannot load ${script.src}`));
      document.head.append(script);
    });
  }

  const Plotly = globalThis.Plotly ??
    await (globalThis.plotlyLoaded ??= fetchFromJupyter());
  const { data, layout } = JSON.parse(
    figure.querySelector("script[type='application/json']").textContent,
  );
  const image = figure.querySelector("img");
  const live = document.createElement("div");
  live.className = "live";
  image.after(live);
  image.hidden = true;
  await Plotly.newPlot(live, data, layout, {
    responsive: true,
    displaylogo: false,
    showSendToCloud: false,
  });
})(document.currentScript.closest("figure")).catch((reason) =>
  console.info("The plot stays static:", reason.message)
);
