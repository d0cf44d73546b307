import plotly from "plotly.js-basic-dist-min/plotly-basic.min.js" with {
  type: "text",
};
import portuguese from "plotly.js-locales/pt-br.js" with { type: "text" };

/**
 * The plotting library as a script for a browser, with its words and its decimal
 * comma in the other languages of the lesson.
 */
export const plotlySource = `${plotly}
((module) => {
${portuguese}
Plotly.register(module.exports);
})({});
`;
