import { argumentsOf, FUZZ } from "../checks/fuzz/arguments";
import { liveLine } from "../kit/live-line";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(FUZZ, async (asked, signal) => {
  const { runs, seed, json } = argumentsOf(asked);
  await import("../../src/constructs/without-stack-traces");
  const { fuzz } = await import("../checks/fuzz/fuzz");
  const line = liveLine(process.stderr);
  if (!json) {
    console.log(`seed ${seed}`);
  }
  const start = performance.now();
  const result = await fuzz({ runs, seed, progress: (text) => line.show("fuzz", text), signal });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  line.end("fuzz", `fuzz: ${result.findings.length} findings ${seconds} s`);

  console.log(
    json
      ? JSON.stringify(result)
      : [...result.findings, `${result.findings.length} findings in ${result.checked}, ${seconds} s`].join(
          "\n",
        ),
  );
  return result.findings.length > 0 ? 1 : 0;
});
