// Runs in a page that `deno task handouts --watch` serves: reloads it when it has
// changed, and shows what went wrong meanwhile. Browsers keep the reader's place.
(() => {
  const error = document.createElement("pre");
  error.setAttribute("role", "alert");
  error.style.cssText = `position: fixed; inset: auto 0 0; max-height: 40vh;
    overflow: auto; padding: 1rem; border-top: 0.25rem solid #a3420a;
    background: #fff4ec; color: #1f2933; white-space: pre-wrap;`;

  const shown = document.currentScript.dataset.version;
  const page = encodeURIComponent(location.pathname);
  async function ask() {
    // The command may have ended, and may start again.
    const news = await fetch(`/.news?${page}`).catch(() => undefined);
    const { version, failure } = await news?.json() ?? { version: shown };
    if (version !== shown) return location.reload();
    error.textContent = failure;
    if (failure) document.body.append(error);
    else error.remove();
    setTimeout(ask, 300);
  }
  ask();
})();
