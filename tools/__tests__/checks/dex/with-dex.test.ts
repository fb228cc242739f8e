import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withDex } from "../../../checks/dex/with-dex";
import { machineWith, writeProgram } from "../../../../__tests__/support/fake-programs";

const { signal } = new AbortController();
const config = { issuer: "https://dex.example.org" };

/** A program that is run as Dex is. */
function program(script: string) {
  const { cache } = machineWith({});
  const path = join(cache, "../dex");
  writeProgram(path, script);
  return path;
}

/** One that serves its configuration and its environment, until it is stopped, and then says so in a file. */
const serving = (log: string) => `exec ${process.execPath} -e '
  const [, , address, file] = process.argv.slice(1);
  const [host, port] = address.split(":");
  const body = JSON.stringify({ config: require("fs").readFileSync(file, "utf8"), secret: process.env.SECRET, path: process.env.PATH ?? "none" });
  require("http").createServer((_, response) => response.end(body)).listen(port, host);
  process.on("SIGTERM", () => { require("fs").writeFileSync("${log}", "stopped"); process.exit(0); });
' "$@"`;

test("runs Dex with its configuration and its variables only, and stops it afterwards", async () => {
  const { cache } = machineWith({});
  const log = join(cache, "../log");

  const seen = await withDex(
    program(serving(log)),
    { config, variables: { SECRET: "x" } },
    signal,
    async (address) => {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      return (await fetch(address)).json() as Promise<object>;
    },
  );

  expect(seen).toMatchObject({ config: JSON.stringify(config), secret: "x" });
  expect(readFileSync(log, "utf8")).toBe("stopped");
});

test("returns the last words of a Dex that gives up", async () => {
  const refusing = program('echo "reading" >&2; echo "no such connector" >&2; exit 1');

  expect(await withDex(refusing, { config, variables: {} }, signal, () => Promise.resolve(["used"]))).toEqual(
    {
      refused: "no such connector",
    },
  );
});

test("starts Dex again on another address where somebody has taken the first", async () => {
  const { cache } = machineWith({});
  const taken = join(cache, "../taken");
  const words = "listen tcp 127.0.0.1:1: bind: address already in use";
  const dex = program(
    `[ -e ${taken} ] || { : > ${taken}; echo "${words}" >&2; exit 1; }; ${serving("/dev/null")}`,
  );

  expect(await withDex(dex, { config, variables: {} }, signal, () => Promise.resolve(["used"]))).toEqual([
    "used",
  ]);
});

test("gives up where no address can be had", async () => {
  const dex = program('echo "address already in use" >&2; exit 1');

  expect(await withDex(dex, { config, variables: {} }, signal, () => Promise.resolve(["used"]))).toEqual({
    refused: "address already in use",
  });
});

test("stops Dex where what is tried with it fails", async () => {
  const { cache } = machineWith({});
  const log = join(cache, "../log");
  const failing = withDex(program(serving(log)), { config, variables: {} }, signal, () =>
    Promise.reject(new Error("no")),
  );

  await expect(failing).rejects.toThrow("no");
  expect(readFileSync(log, "utf8")).toBe("stopped");
});
