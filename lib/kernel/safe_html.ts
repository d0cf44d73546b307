import { styleProperties } from "./style_properties.ts";

/** What an output may be made of: what `show`, `showTable` and `check` write. */
const elements = new Set(
  "b br caption code div em figcaption figure i img li ol p pre span strong sub sup table tbody td th thead tr ul"
    .split(" "),
);
const attributes =
  /^(alt|class|colspan|lang|rowspan|scope|style|title|aria-label|data-[a-z]+)$/;
/** A declaration that neither loads a file nor takes an element out of its place. */
const harmless = RegExp(
  `^\\s*(${styleProperties.join("|")})\\s*:[^(:\\\\]*$`,
);

/**
 * Turns the HTML of an output into elements for the page. The code that wrote
 * it may come from anyone, so only harmless elements are kept, and the data of
 * figures: no script, frame, link or address.
 */
export function safeHtml(html: string): DocumentFragment {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("*")) {
    const isData = element.localName === "script" &&
      element.getAttribute("type") === "application/json";
    if (!isData && !elements.has(element.localName)) {
      element.remove();
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const isKept = attributes.test(name) || (isData && name === "type") ||
        (name === "src" && /^data:image\/(png|jpeg|svg\+xml)[;,]/.test(value));
      if (!isKept) element.removeAttribute(name);
      if (name !== "style") continue;
      const declarations = value.split(";").filter((one) => harmless.test(one));
      element.setAttribute(name, declarations.join(";"));
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...body.childNodes);
  return fragment;
}
