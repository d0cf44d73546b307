// Runs in a page that `deno task handouts --watch` serves: reloads it when it has
// changed, and shows what went wrong meanwhile. Browsers keep the reader's place.
(() => {
  const error = document.createElement("pre");
  error.setAttribute("role", "alert");
  error.style.cssText = `position: fixed; inset: auto 0 0; max-height: 40vh;
    overflow: auto; padding: 1rem; border-top: 0.25rem solid #a3420a;
    background: #fff4ec; color: #1f2933; white-space: pre-wrap;`;

  let shown;
  const page = encodeURIComponent(location.pathname);
  new EventSource(`/.events?${page}`).onmessage = ({ data }) => {
    const { version, failure } = JSON.parse(data);
    error.textContent = failure;
    if (failure) document.body.append(error);
    else error.remove();
    if (shown !== undefined && version !== shown) location.reload();
    shown = version;
  };
})();
