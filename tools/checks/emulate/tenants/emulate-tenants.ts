import { join } from "node:path";
import type { ResourceKind } from "../../../../src/settings/products/resources/schema";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { withEmulator } from "../../../offline/emulator";
import { requirementsOf } from "../../../terraform-json/requirements";
import { provide, type Provider } from "../../../toolbox/providers";
import { terraformVersion } from "../../../toolbox/terraform-version";
import { emulatorEnvironment } from "../emulator-environment";
import { NAME } from "./fields";
import { TRIED } from "./kinds";
import { type KindMeasured, measureKind } from "./measure";
import { stackOf } from "./product";

/** Account of the example's live environment, which policies name. */
const ACCOUNT = "444455556666";

/** Kinds as they were measured, and the version of the provider. */
export interface TenantEmulation {
  readonly kinds: readonly KindMeasured[];
  readonly provider: string;
}

/** Applies each kind of tenants' resources, and changes of each field, to an emulated AWS of its own. */
export const emulateTenants = (
  python: string,
  kinds: readonly ResourceKind[],
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
    const measured: KindMeasured[] = [];
    for (const kind of kinds) {
      progress(kind);
      measured.push(
        await withEmulator(
          python,
          (endpoint) =>
            measureKind(
              kind,
              { python, aws, env: emulatorEnvironment(endpoint), signal },
              join(folder, kind),
            ),
          { MOTO_ACCOUNT_ID: ACCOUNT },
        ),
      );
    }
    return { kinds: measured, provider: aws.used };
  });

/** Provider for AWS, as the stacks ask for it. */
async function providerOf(
  folder: string,
  signal: AbortSignal,
): Promise<Provider | { readonly missing: string }> {
  const { json } = stackOf(
    { kind: "topic", name: NAME, settings: TRIED.topic.base, live: true },
    join(folder, "asks"),
  );
  const asked = requirementsOf(json).filter(({ name }) => name === "aws");
  const [aws] = [...(await provide(asked, join(folder, "providers"), signal)).values()];
  if (aws === undefined || "missing" in aws) {
    return { missing: `provider aws: ${aws?.missing ?? "no stack needs it"}` };
  }
  return aws;
}
