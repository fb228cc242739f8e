import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts", "tools/__tests__/**/*.test.ts"],
    setupFiles: ["__tests__/support/setup.ts"],
    // One process for all files: loading cdktf again for each costs more than the tests themselves.
    pool: "threads",
    isolate: false,
    // Vitest would leave a core to the editor.
    maxWorkers: "100%",
    // How long a test takes says how busy the machine is, not whether the platform is right.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
