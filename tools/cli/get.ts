import { renameSync, rmSync } from "node:fs";
import { differences, generateBindings } from "../toolbox/bindings";

/** Folder of the bindings of `modules/` that `src/constructs` imports. */
const COMMITTED = ".gen";

const FRESH = "node_modules/.cache/platform/gen";

generateBindings(FRESH);

if (process.argv.includes("--check")) {
  const stale = differences(COMMITTED, FRESH);
  if (stale.length > 0) {
    console.error(
      `${COMMITTED} does not match modules/ in ${stale.join(", ")}; run npm run get and commit it`,
    );
    process.exitCode = 1;
  }
} else {
  rmSync(COMMITTED, { recursive: true, force: true });
  renameSync(FRESH, COMMITTED);
}
