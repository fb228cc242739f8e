import { join } from "node:path";
import type { Json } from "../../../src/output/leaves";
import { withEmulator } from "../../offline/emulator";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Provider } from "../../toolbox/providers";
import { applyPrerequisites } from "../emulate/apply-prerequisites";
import { emulatorEnvironment } from "../emulate/emulator-environment";
import type { Gaps } from "../emulate/gaps";
import { leftOutOf, typeOf } from "../emulate/left-out";
import { MOTO } from "../emulate/not-emulated";

/** Gaps of moto 5.2 for what clusters get, besides those for the platform's other stacks. */
export const MOTO_FOR_CLUSTERS: Gaps = {
  ...MOTO,
  types: {
    ...MOTO.types,
    aws_eks_access_entry: { reason: "moto's EKS has no access entries" },
    aws_eks_access_policy_association: { reason: "moto's EKS has no access entries" },
    aws_eks_node_group: { reason: "its cluster is of cluster-infrastructure, which is not applied here" },
    aws_eks_pod_identity_association: { reason: "moto's EKS has no pod identities" },
  },
};

/**
 * Resources whose secrets are gone at once when they are destroyed: their names are free for what is built again. Outside,
 * a name is taken for as long as its secret could be restored (docs/field-reports.md).
 */
export function withoutRecovery(resources: Json | undefined): JsonMap {
  const { aws_secretsmanager_secret: secrets, ...others } = asMap(resources);
  if (secrets === undefined) {
    // Terraform refuses a type without a block.
    return others;
  }
  const final = Object.entries(asMap(secrets)).map(([id, secret]): [string, JsonMap] => [
    id,
    { ...asMap(secret), recovery_window_in_days: 0 },
  ]);
  return { ...others, aws_secretsmanager_secret: Object.fromEntries(final) };
}

/** Programs that play AWS. */
export interface AwsPrograms {
  /** A Python that has moto. */
  readonly python: string;
  readonly provider: Provider;
}

/** Played AWS. */
export interface EmulatedAws {
  /** Variables with which Terraform finds it. */
  readonly env: Readonly<Record<string, string>>;
  readonly gaps: Gaps;
}

/**
 * Plays AWS for some work, with the prerequisites of stacks in it.
 *
 * @param programs - `undefined` on a machine that has none
 */
export const withAws = <T>(
  programs: AwsPrograms | undefined,
  stacks: readonly JsonMap[],
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
  work: (aws: EmulatedAws | undefined) => Promise<T>,
): Promise<T> =>
  programs === undefined
    ? work(undefined)
    : withEmulator(programs.python, async (endpoint) => {
        const env = emulatorEnvironment(endpoint);
        const { plugins } = programs.provider;
        const place = { folder: join(folder, "prerequisites"), plugins, env, signal };
        await applyPrerequisites(stacks.map(ofAwsAlone), place);
        return work({ env, gaps: MOTO_FOR_CLUSTERS });
      });

/** A stack with the settings of no provider but that of AWS. */
function ofAwsAlone(stack: JsonMap): JsonMap {
  const settings = asMap(stack.terraform);
  return {
    ...stack,
    terraform: { required_providers: onlyAws(settings.required_providers) },
    provider: onlyAws(stack.provider),
  };
}

const onlyAws = (all: JsonMap[string] | undefined): JsonMap =>
  Object.fromEntries(Object.entries(asMap(all)).filter(([name]) => name === "aws"));

/** Lines for a reader about types of stacks that the played AWS does not know. */
export const unplayed = (stacks: readonly SynthesisedStack[], { gaps }: EmulatedAws): string[] => [
  ...new Set(
    stacks
      .flatMap(({ json }) => leftOutOf(json, gaps))
      .map(({ address, reason }) => `without ${typeOf(address)}: ${reason}`),
  ),
];
