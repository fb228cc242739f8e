import { once } from "node:events";
import { createServer } from "node:net";

/** Port of this machine that no program listens at. */
export async function freePort(): Promise<number> {
  const free = createServer().listen(0);
  await once(free, "listening");
  const { port } = free.address() as { port: number };
  free.close();
  return port;
}
