import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundlePlatform } from "../../toolbox/bundle-platform";
import { CommandError } from "../../kit/command-error";
import { measure, type Program, type Run } from "./measure";
import { resourcesIn } from "./output";
import { benchTable, type Figure } from "./table";

const CACHE = "node_modules/.cache/platform";
const OUTDIR = join(CACHE, "bench-peer");

/** Platform with what the peer's example has. */
const OURS = "tools/samples/peer-platform";

const PACKAGE = "@aws-quickstart/eks-blueprints";

/** Packages that the peer's project has beside its own. */
const NEEDED = [PACKAGE, "aws-cdk-lib", "ts-node", "typescript", "@types/node"];

/**
 * The peer's example, in TypeScript that is JavaScript too. The versions of the two EKS add-ons are written down: without,
 * it asks AWS for them.
 *
 * @see https://awslabs.github.io/cdk-eks-blueprints/getting-started/
 */
const EXAMPLE = `import { App } from "aws-cdk-lib";
import { KubernetesVersion } from "aws-cdk-lib/aws-eks";
import { addons, EksBlueprint } from "${PACKAGE}";

const app = new App({ outdir: process.env.CDKTF_OUTDIR });
EksBlueprint.builder()
  .account("222233334444")
  .region("eu-central-1")
  .version(KubernetesVersion.of("1.33"))
  .addOns(
    new addons.VpcCniAddOn({ version: "v1.20.1-eksbuild.1" }),
    new addons.AwsLoadBalancerControllerAddOn(),
    new addons.CertManagerAddOn(),
    new addons.ExternalsSecretsAddOn(),
    new addons.MetricsServerAddOn(),
    new addons.KarpenterV1AddOn(),
    new addons.EbsCsiDriverAddOn({ version: "v1.48.0-eksbuild.1" }),
  )
  .build(app, "peer");
app.synth();
`;

/** Command that installs them: ts-node knows no later compiler than TypeScript 5. */
const INSTALL = `npm install ${NEEDED.map((name) => (name === "typescript" ? "typescript@5" : name)).join(" ")}`;

/**
 * Measures a synth of the peer's example beside one of the same platform of ours, in turn, and prints a table: as each
 * project runs it, and compiled beforehand.
 *
 * @throws CommandError if the folder does not have the peer's package
 */
export async function benchPeer(folder: string, rounds: number): Promise<void> {
  const missing = NEEDED.filter((name) => !existsSync(join(folder, "node_modules", name)));
  if (missing.length > 0) {
    throw new CommandError(
      `--peer: expected a folder with ${NEEDED.join(", ")}, got ${folder} without ${missing.join(", ")}; ` +
        `run there: ${INSTALL}`,
    );
  }
  mkdirSync(OUTDIR, { recursive: true });
  const runs = measure(await programs(resolve(folder)), rounds, OUTDIR);
  console.log(
    `medians of ${rounds} alternating runs; ${resourcesIn(join(OUTDIR, "ours"))} resources of ours\n\n` +
      benchTable(figuresOfPeer(runs)),
  );
}

/** Options of the compiler that a new CDK project has, as far as they matter here. */
const OPTIONS = { module: "commonjs", target: "ES2022", strict: true, skipLibCheck: true, types: ["node"] };

type Name = "ours" | "theirs" | "oursAsRun" | "theirsAsRun";

async function programs(folder: string): Promise<Record<Name, Program>> {
  const bundle = join(CACHE, "peer.cjs");
  await bundlePlatform(OURS, bundle);
  const theirs = join(folder, "bench-peer");
  writeFileSync(`${theirs}.ts`, EXAMPLE);
  writeFileSync(`${theirs}.cjs`, compiled(EXAMPLE));
  const asRun = join(OUTDIR, "as-run");
  return {
    ours: [bundle],
    theirs: [`${theirs}.cjs`],
    oursAsRun: ["tools/cli/run.cjs", "synth", "--platform", OURS, "--out", asRun],
    theirsAsRun: [
      join(folder, "node_modules", "ts-node", "dist", "bin.js"),
      "--skipProject",
      ...["--compilerOptions", JSON.stringify(OPTIONS)],
      `${theirs}.ts`,
    ],
  };
}

/** The example as a compiler writes it. */
const compiled = (source: string): string =>
  source.replaceAll(/import (\{[^}]+\}) from ("[^"]+");/g, "const $1 = require($2);");

/**
 * Figures of the comparison. As each project is run, ours may take a tenth of the time and a third of the memory. Compiled
 * beforehand, both are there for comparison: neither project is run that way.
 */
export function figuresOfPeer({
  ours,
  theirs,
  oursAsRun,
  theirsAsRun,
}: Readonly<Record<Name, Run>>): Figure[] {
  const seconds = ({ milliseconds }: Run) => milliseconds / 1000;
  return [
    { what: "ours as run, with bundling", value: seconds(oursAsRun), unit: "s" },
    { what: "the peer's as run, by ts-node", value: seconds(theirsAsRun), unit: "s" },
    {
      what: "time as run, ours / theirs",
      value: oursAsRun.milliseconds / theirsAsRun.milliseconds,
      unit: "×",
      aim: 0.1,
    },
    { what: "memory of ours, without bundling", value: ours.megabytes, unit: "MB" },
    { what: "memory of the peer's as run", value: theirsAsRun.megabytes, unit: "MB" },
    { what: "memory, ours / theirs", value: ours.megabytes / theirsAsRun.megabytes, unit: "×", aim: 0.333 },
    { what: "ours, compiled", value: seconds(ours), unit: "s" },
    { what: "the peer's, compiled", value: seconds(theirs), unit: "s" },
    { what: "time compiled, ours / theirs", value: ours.milliseconds / theirs.milliseconds, unit: "×" },
    { what: "memory of the peer's, compiled", value: theirs.megabytes, unit: "MB" },
  ];
}
