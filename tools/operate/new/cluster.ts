import { type Block, overlap, parseCidr } from "../../../src/settings/checking/cidr-block";
import { DNS_LABEL } from "../../../src/settings/checking/dns-label";
import type { Environment } from "../../../src/settings/environment/environment";
import { SUBNET_TIERS } from "../../../src/settings/network/subnets";
import { CommandError } from "../../kit/command-error";
import { problemOfChoice } from "../../kit/command-arguments";
import { type Edit, type Guide, parseGuide } from "./guide";
import { renamed } from "./renamed";

/** Page whose steps make a second cluster. */
export const CLUSTER_GUIDE = "docs/adding-a-cluster.md";

/** Names, and beginning of ranges, that the page is written with. */
const EXAMPLE = {
  environment: "staging",
  cluster: "blue",
  network: "10.12.",
  third: 120,
  release: 'release: "1",',
};

/** Third numbers that the subnets of a cluster take, from the first on. */
const ROOM = 16;

/** First numbers of each room: the page's, those above it, and those below it. */
const STARTS = [120, 136, 152, 168, 184, 200, 216, 232, 8, 24, 40, 56, 72, 88, 104];

/**
 * Steps that make a cluster beside the main one, from the page that has them, with subnets in the first room of the VPC.
 *
 * @param readFile - text of a file of the project
 * @throws CommandError if there is no such environment, the name is taken, or the VPC has no room
 */
export function clusterSteps(
  page: string,
  name: string,
  environments: readonly Environment[],
  readFile: (file: string) => string,
): Guide {
  const [environmentName = "", cluster = "", ...surplus] = name.split("/");
  if (surplus.length > 0 || !DNS_LABEL.test(cluster)) {
    throw new CommandError(
      `<name>: expected <environment>/<cluster>, the cluster a DNS label, got "${name}"; write one such as ${EXAMPLE.environment}/${EXAMPLE.cluster}`,
    );
  }
  const environment = environments.find((each) => each.name === environmentName);
  if (environment === undefined) {
    throw new CommandError(
      problemOfChoice(
        "<environment>",
        environmentName,
        environments.map((each) => each.name),
      )!,
    );
  }
  if (environment.clusters.some((each) => each.cluster.name === cluster)) {
    throw new CommandError(
      `<name>: expected a cluster that is free, got "${cluster}", which ${environmentName} has; choose another`,
    );
  }
  return stepsOf(page, environment, cluster, readFile);
}

function stepsOf(
  page: string,
  environment: Environment,
  cluster: string,
  readFile: (file: string) => string,
): Guide {
  const names = (guide: Guide) =>
    renamed(renamed(guide, EXAMPLE.environment, environment.name), EXAMPLE.cluster, cluster);
  const guide = names(parseGuide(page));
  const { network, third } = roomIn(environment);
  const release = environment.clusters.find((each) => each.cluster.main)?.cluster.release;
  const text = (code: string): string =>
    code
      .replaceAll(
        /10\.12\.(\d+)\./g,
        (_, octet: string) => `${network}${Number(octet) - EXAMPLE.third + third}.`,
      )
      // The preset of a node group, not a part of the cluster's name.
      .replaceAll(`"arm-${cluster}"`, `"arm-${EXAMPLE.cluster}"`)
      .replaceAll(EXAMPLE.release, release === undefined ? "" : `release: ${JSON.stringify(release)},`);
  const edits = guide.edits.map((edit) => ({
    ...edit,
    before: edit.before === undefined ? undefined : text(edit.before),
    after: text(edit.after),
  }));
  return { ...guide, edits: [...edits, ...importsIn(edits[0]!.file, readFile(edits[0]!.file))] };
}

/** First line of an environment's file after which an import may stand. */
const FIRST_IMPORT = 'import { accessTo } from "../access";';

/** Import that the block of the page needs, unless the environment's file has it. */
const importsIn = (file: string, text: string): Edit[] =>
  text.includes(" QUIET_ALERTING ")
    ? []
    : [
        {
          file,
          before: FIRST_IMPORT,
          after: `${FIRST_IMPORT}\nimport { QUIET_ALERTING } from "../alerting/quiet";`,
        },
      ];

/** First room for the subnets of a cluster, which no subnet of the VPC touches. */
function roomIn({ name, network, clusters }: Environment): {
  readonly network: string;
  readonly third: number;
} {
  const cidr = "existing" in network.vpc ? undefined : network.vpc.cidr;
  const beginning = cidr?.endsWith(".0.0/16") ? cidr.split(".").slice(0, 2).join(".") : undefined;
  const legacy = "existing" in network.vpc ? {} : (network.vpc.legacySubnets ?? {});
  const taken = [
    ...clusters.flatMap((each) => SUBNET_TIERS.flatMap((tier) => Object.values(each.network.subnets[tier]))),
    ...Object.values(legacy).map((each) => each.cidr),
  ].flatMap((each) => parseCidr(each) ?? []);
  const third = STARTS.find(
    (first) =>
      beginning !== undefined &&
      [first, first + ROOM / 2].every((half) => isFree(`${beginning}.${half}.0/21`, taken)),
  );
  if (beginning === undefined || third === undefined) {
    throw new CommandError(
      `<environment>: expected room for sixteen /24 in the VPC of ${name}, got none in ${cidr ?? "a VPC that exists"}; follow ${CLUSTER_GUIDE} with ranges of your own`,
    );
  }
  return { network: `${beginning}.`, third };
}

const isFree = (cidr: string, taken: readonly Block[]): boolean => {
  const range = parseCidr(cidr)!;
  return !taken.some((each) => overlap(range, each));
};
