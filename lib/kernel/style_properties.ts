/** What a style in an output may set: nothing that takes an element out of its place. */
export const styleProperties = [
  "color",
  "font-style",
  "font-weight",
  "height",
  "max-width",
  "text-align",
  "white-space",
  "width",
];
