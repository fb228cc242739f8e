import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withEmulator } from "../../offline/emulator";
import { machineWith } from "../../../__tests__/support/fake-programs";

/** A Python that is run as moto is. */
function python(script: string) {
  const { cache } = machineWith({ python: script });
  return join(cache, "../bin/python");
}

/** One that says where it listens, until it is ended. */
const serving = `echo $$ > "$XDG_CACHE_HOME/process"
  echo "$@" > "$XDG_CACHE_HOME/asked"; echo " * Running on http://127.0.0.1:4711" >&2
  while :; do /bin/sleep 0.05; done`;

const isRunning = (program: string): boolean => {
  try {
    return process.kill(Number(readFileSync(join(program, "../../process"), "utf8")), 0);
  } catch {
    return false;
  }
};

test("is an AWS of its own on this machine, which ends with the work", async () => {
  const program = python(serving);
  const [endpoint, ran] = await withEmulator(program, (address) =>
    Promise.resolve([address, isRunning(program)]),
  );

  expect([endpoint, ran]).toEqual(["http://127.0.0.1:4711", true]);
  expect(isRunning(program)).toBe(false);
  expect(readFileSync(join(program, "../../asked"), "utf8")).toBe("-m moto.server -H 127.0.0.1 -p 0\n");
});

test("ends where the work fails", async () => {
  const program = python(serving);

  await expect(withEmulator(program, () => Promise.reject(new Error("no plan")))).rejects.toThrow("no plan");
  expect(isRunning(program)).toBe(false);
});

test("says in its own words why it does not start", async () => {
  const program = python('echo "No module named moto" >&2; exit 1');

  await expect(withEmulator(program, () => Promise.resolve())).rejects.toThrow(
    "moto: expected a server, got No module named moto",
  );
});

test("says so where there is no such program", async () => {
  await expect(withEmulator("/nowhere/python", () => Promise.resolve())).rejects.toThrow(
    /^moto: expected a server, got .*\/nowhere\/python: not found$/,
  );
});
