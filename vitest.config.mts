import { defineConfig } from "vitest/config";
import { KEEP_MODULES, SHARED } from "./vitest.shared.mts";

/** `npm test` runs both suites, `npx vitest run --project platform` the platform's alone. */
export default defineConfig({
  test: {
    // Vitest would leave a core to the editor.
    maxWorkers: "100%",
    experimental: KEEP_MODULES,
    projects: [
      { test: { ...SHARED, name: "platform", include: ["__tests__/**/*.test.ts"] } },
      { test: { ...SHARED, name: "tools", include: ["tools/__tests__/**/*.test.ts"] } },
    ],
  },
});
