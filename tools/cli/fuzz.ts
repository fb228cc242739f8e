import "../../src/constructs/without-stack-traces";
import { argumentsOf } from "../checks/fuzz/arguments";
import { fuzz } from "../checks/fuzz/fuzz";
import { liveLine } from "../kit/live-line";
import { runCommand } from "../kit/run-command";

/**
 * Tries out random configurations. Fails if any leads to something other than a refusal or sound Terraform.
 */
async function runFuzz(signal: AbortSignal): Promise<number> {
  const { runs, seed, json } = argumentsOf(process.argv.slice(2));
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
}

void runCommand(runFuzz);
