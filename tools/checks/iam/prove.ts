import { join } from "node:path";
import { defineEnvironments } from "../../samples/platform";
import type { Environment } from "../../../src/settings/environment/environment";
import { environmentSettings } from "../../../src/platform/environments";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { exampleEnvironments, synthesiseExamples } from "../../samples/examples";
import { sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { ACCESS } from "./access";
import { type EnvironmentIam, iamOf } from "./inspect";
import { type KnownPolicies, readManagedPolicies } from "./managed-policies";
import { simulate } from "./role-findings";
import { documentFindings } from "./rules";
import { type InstalledChart, UPSTREAM_FOLDER, upstreamFindings } from "./upstream";
import { UPSTREAM_POLICIES } from "./upstream-policies";

/** Checks that were made of the platform's IAM, and their findings. */
export interface Proof {
  readonly environments: number;
  readonly documents: number;
  readonly roles: number;
  readonly requests: number;
  readonly findings: readonly string[];
  readonly caveats: readonly string[];
}

/** IAM of environments, and the charts that they install. */
interface Synthesised {
  readonly iam: readonly EnvironmentIam[];
  readonly charts: readonly InstalledChart[];
}

/** Proves the IAM of every environment, and of samples of what environments could be. */
export const prove = (progress: (text: string) => void, signal: AbortSignal): Promise<Proof> =>
  inTemporaryFolder("iam", async (folder) => {
    progress("synth");
    const { iam, charts } = synthesised(folder);
    return proofOf({ iam, charts }, await readManagedPolicies(managedIn(iam), signal), progress);
  });

const managedIn = (iam: Synthesised["iam"]): string[] => [
  ...new Set(iam.flatMap(({ roles }) => roles.flatMap(({ managedPolicies }) => managedPolicies))),
];

/** Findings about IAM, with AWS managed policies as far as they are known. */
export async function proofOf(
  { iam, charts }: Synthesised,
  managed: KnownPolicies,
  progress: (text: string) => void,
): Promise<Proof> {
  const documents = iam.flatMap((environment) => environment.documents);
  const roles = iam.flatMap((environment) => environment.roles);

  progress(`${documents.length} documents`);
  const findings: string[] = [];
  for (const document of documents) {
    findings.push(...(await documentFindings(document)));
  }
  progress(`${roles.length} roles`);
  const simulated = await simulate(iam, ACCESS, managed.policies);
  const unknownPolicies = managedIn(iam).filter((arn) => !Object.hasOwn(managed.policies, arn));

  return {
    environments: iam.length,
    documents: documents.length,
    roles: roles.length,
    requests: simulated.requests,
    findings: [
      ...findings,
      ...simulated.findings,
      ...("missing" in managed.source
        ? []
        : unknownPolicies.map((arn) => `${arn}: expected a policy that AWS keeps, got none of that ARN`)),
      ...upstreamFindings(iam, charts, UPSTREAM_POLICIES, UPSTREAM_FOLDER),
    ],
    caveats: caveatsOf(managed.source, simulated.unknown),
  };
}

function synthesised(folder: string): Synthesised {
  const own = (name: string, environments: readonly Environment[]) =>
    [environments, synthesise(environments, join(folder, name))] as const;
  const groups = [
    own("environments", defineEnvironments(environmentSettings)),
    own("samples", sampleEnvironments()),
    [exampleEnvironments(), synthesiseExamples(join(folder, "examples"))] as const,
  ];
  const parts = groups.map(([environments, stacks]) => {
    return { iam: iamOf(stacks, environments), charts: stacks.flatMap(chartsIn) };
  });
  return { iam: parts.flatMap(({ iam }) => iam), charts: parts.flatMap(({ charts }) => charts) };
}

const chartsIn = ({ json: { resource } }: SynthesisedStack): InstalledChart[] =>
  Object.values(isMap(resource) && isMap(resource.helm_release) ? resource.helm_release : {})
    .filter(isMap)
    .map(({ chart, version }: JsonMap) => ({ name: textOf(chart), version: textOf(version) }));

const caveatsOf = (
  source: { readonly missing?: string; readonly caveats?: readonly string[] },
  unknown: readonly string[],
): string[] => [
  ...(source.caveats ?? []),
  ...(unknown.length > 0
    ? [
        `nothing simulated for ${unknown.join(", ")}, whose policies AWS keeps: ${source.missing ?? "unknown"}`,
      ]
    : []),
];
