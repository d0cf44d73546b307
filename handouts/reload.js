// Runs in a page that `deno task handouts --watch` serves: reloads it when it has
// changed, at the same place, and shows what went wrong meanwhile.
(() => {
  const { pathname } = location;
  const topSection = () =>
    [...document.querySelectorAll("section[id]")]
      .find((section) => section.getBoundingClientRect().bottom > 0);

  function restorePlace() {
    const { id, top } = JSON.parse(sessionStorage.getItem(pathname) ?? "{}");
    const section = id && document.getElementById(id);
    if (section) scrollBy(0, section.getBoundingClientRect().top - top);
  }
  restorePlace();
  addEventListener("load", () => {
    restorePlace();
    sessionStorage.removeItem(pathname);
  });

  const error = document.createElement("pre");
  error.style.cssText = `position: fixed; inset: auto 0 0; max-height: 40vh;
    overflow: auto; padding: 1rem; border-top: 0.25rem solid #a3420a;
    background: #fff4ec; color: #1f2933; white-space: pre-wrap;`;
  error.setAttribute("role", "alert");

  let shown;
  const events = new EventSource(`/.events?${encodeURIComponent(pathname)}`);
  events.onmessage = ({ data }) => {
    const { version, failure } = JSON.parse(data);
    error.textContent = failure;
    if (failure) document.body.append(error);
    else error.remove();
    if (shown !== undefined && version !== shown) {
      const section = topSection();
      const top = section?.getBoundingClientRect().top;
      sessionStorage.setItem(
        pathname,
        JSON.stringify({ id: section?.id, top }),
      );
      location.reload();
    }
    shown = version;
  };
})();
