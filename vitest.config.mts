import { defineConfig } from "vitest/config";

/** Settings that both suites share. */
const test = {
  setupFiles: ["__tests__/support/setup.ts"],
  // One process for all files: loading cdktf again for each costs more than the tests themselves.
  pool: "threads" as const,
  isolate: false,
  // The duration of a test shows how busy the machine is. Only a test that hangs takes this long.
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

/** `npm test` runs both suites, `npx vitest run --project platform` the platform's alone. */
export default defineConfig({
  test: {
    // Vitest would leave a core to the editor.
    maxWorkers: "100%",
    projects: [
      { test: { ...test, name: "platform", include: ["__tests__/**/*.test.ts"] } },
      { test: { ...test, name: "tools", include: ["tools/__tests__/**/*.test.ts"] } },
    ],
  },
});
