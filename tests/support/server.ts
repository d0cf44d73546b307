import { until } from "./until.ts";

/** A port that nothing listens on. */
export function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}

/** Waits until a server of this machine answers. */
export async function answers(url: string): Promise<void> {
  await until(async () => {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.ok;
  }, url);
}
