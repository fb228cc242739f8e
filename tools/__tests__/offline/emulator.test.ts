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

/** One that says where it listens, until it is ended, and then says so in a file. */
const serving = `trap 'echo ended > "$XDG_CACHE_HOME/log"; exit' TERM
  echo "$@" > "$XDG_CACHE_HOME/asked"; echo " * Running on http://127.0.0.1:4711" >&2
  while :; do /bin/sleep 0.05; done`;

test("is an AWS of its own on this machine, which ends with the work", async () => {
  const program = python(serving);
  const endpoint = await withEmulator(program, (address) => Promise.resolve(address));

  expect(endpoint).toBe("http://127.0.0.1:4711");
  expect(readFileSync(join(program, "../../log"), "utf8")).toBe("ended\n");
  expect(readFileSync(join(program, "../../asked"), "utf8")).toBe("-m moto.server -H 127.0.0.1 -p 0\n");
});

test("ends where the work fails", async () => {
  const program = python(serving);

  await expect(withEmulator(program, () => Promise.reject(new Error("no plan")))).rejects.toThrow("no plan");
  expect(readFileSync(join(program, "../../log"), "utf8")).toBe("ended\n");
});

test("says in its own words why it does not start", async () => {
  const program = python('echo "No module named moto" >&2; exit 1');

  await expect(withEmulator(program, () => Promise.resolve())).rejects.toThrow(
    "moto: expected a server, got No module named moto",
  );
});

test("says so where there is no such program", async () => {
  await expect(withEmulator("/nowhere/python", () => Promise.resolve())).rejects.toThrow("ENOENT");
});
