import { join } from "node:path";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { withEmulator } from "../../../offline/emulator";
import { requirementsOf } from "../../../terraform-json/requirements";
import { provide, type Provider } from "../../../toolbox/providers";
import { terraformVersion } from "../../../toolbox/terraform-version";
import { emulatorEnvironment } from "../emulator-environment";
import { NAME } from "./fields";
import type { Trial } from "./kinds";
import { measure, type TrialMeasured } from "./measure";
import { stackOf } from "./product";

/** Account of the example's live environment, which policies name. */
const ACCOUNT = "444455556666";

/** Trials as they were measured, and the version of the provider. */
export interface TenantEmulation {
  readonly trials: readonly TrialMeasured[];
  readonly provider: string;
}

/** Runs each trial of tenants' resources with an emulated AWS of its own. */
export const emulateTenants = (
  python: string,
  trials: readonly Trial[],
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<TenantEmulation | { readonly missing: string }> =>
  inTemporaryFolder("emulate-tenants", async (folder) => {
    if ((await terraformVersion(signal)) === undefined) {
      return { missing: "terraform was not found" };
    }
    const aws = await providerOf(folder, signal);
    if ("missing" in aws) {
      return aws;
    }
    const measured: TrialMeasured[] = [];
    for (const trial of trials) {
      progress(trial.title);
      measured.push(
        await withEmulator(
          python,
          (endpoint) =>
            measure(
              trial,
              { python, aws, env: emulatorEnvironment(endpoint), signal },
              join(folder, trial.title.replaceAll(" ", "-")),
            ),
          { MOTO_ACCOUNT_ID: ACCOUNT },
        ),
      );
    }
    return { trials: measured, provider: aws.used };
  });

/** Provider for AWS, as the stacks ask for it. */
async function providerOf(
  folder: string,
  signal: AbortSignal,
): Promise<Provider | { readonly missing: string }> {
  const { json } = stackOf({ kind: "topic", name: NAME, settings: {}, live: true }, join(folder, "asks"));
  const asked = requirementsOf(json).filter(({ name }) => name === "aws");
  const [aws] = [...(await provide(asked, join(folder, "providers"), signal)).values()];
  if (aws === undefined || "missing" in aws) {
    return { missing: `provider aws: ${aws?.missing ?? "no stack needs it"}` };
  }
  return aws;
}
