import { setFlagsFromString } from "node:v8";

// Synthesis makes many objects that do not last. With the 16 MB that a thread has for them, it collects garbage for a sixth of its time.
setFlagsFromString("--max-semi-space-size=64");

/** Settings that suites share. */
export const SHARED = {
  setupFiles: ["__tests__/support/setup.ts"],
  // Tests are about the platforms of this repository, whichever one a person works on.
  env: { PLATFORM_FOLDER: "" },
  // One process for all files: loading cdktf again for each costs more than the tests themselves.
  pool: "threads" as const,
  isolate: false,
  // The duration of a test shows how busy the machine is. Only a test that hangs takes this long.
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

/** Keeps transformed files between runs, by their content. `npm ci` empties node_modules, so they are beside it. */
export const KEEP_MODULES = { fsModuleCache: true, fsModuleCachePath: ".cache/vitest" };
