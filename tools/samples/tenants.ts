import { parseProduct } from "../../src/settings/products/product-file";
import type { ProductsSettings, ProductTeamConfig } from "../../src/settings/products/products";

import { type ResourceLines, sampleResources } from "./tenant-resources";

/** Places of the invented tenants. */
export interface TenantPlaces {
  readonly live: Place;

  /** Places of namespaces that are not live, one for each account. Products are spread over them. */
  readonly others: readonly Place[];

  /** Organisation on GitHub. */
  readonly gitHub: string;
}

/** Cluster, and its public zone. */
interface Place {
  readonly cluster: string;
  readonly zone: string;
}

/** File of an invented product. */
export interface SampleFile {
  readonly team: string;
  readonly path: string;
  readonly text: string;
}

/** Invented tenants, and the teams that own them. */
export interface SampleTenants {
  readonly teams: Readonly<Record<string, ProductTeamConfig>>;
  readonly files: readonly SampleFile[];
}

/** Figures of the largest platform on record: namespaces, teams, namespaces of its largest team, and of production. */
const RECORD = { namespaces: 1_459, teams: 404, largest: 506, live: 411 };

/** Share of its namespaces to which as many teams have access. */
const TEAMS_WITH_ACCESS = [
  [1, 406],
  [2, 817],
  [3, 199],
  [5, 35],
] as const;

const COLOURS =
  "amber azure beige blue bronze brown coral copper cream crimson cyan emerald fawn gold green grey hazel indigo ivory jade khaki lemon lilac lime maroon mauve mint ochre olive orange pearl pink plum purple red rose ruby russet sable saffron scarlet sepia silver slate tan tawny teal topaz umber violet white".split(
    " ",
  );
const THINGS =
  "anchor arch badge barge basin beacon bench bridge brook buoy canal castle cellar chapel cliff coast court cove creek dock dune farm fence ferry field ford forge gate glen grove gull harbour heath hedge hill inlet island jetty kiln lagoon lake lane lock marsh meadow mill moor orchard path pier pond port quay reed ridge river shore spire spring stable stile tower tunnel vale wharf".split(
    " ",
  );

/** Random numbers from 0 to 1, the same at every call (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Name of the product or team with a number: two words, so that none begins another. */
const nameOf = (index: number): string => {
  const round = Math.floor(index / (COLOURS.length * THINGS.length));
  const thing = THINGS[Math.floor(index / COLOURS.length) % THINGS.length]!;
  return `${COLOURS[index % COLOURS.length]!}${round === 0 ? "" : round}-${thing}`;
};

/** Domain of a team, in which its products have zones. */
const domainOf = (team: string): string => `${team}.example.net`;

const NAMES_OF_ENVIRONMENTS = ["dev", "preprod", "live", "staging", "uat"] as const;

/** Products with as many namespaces in all, spread over teams and access as on the largest platform on record. */
export function sampleTenants(count: number, places: TenantPlaces): SampleTenants {
  const random = randomFrom(17);
  const resources = sampleResources(randomFrom(19));
  const teamCount = Math.max(1, Math.round((count * RECORD.teams) / RECORD.namespaces));
  const teams = Array.from({ length: teamCount }, (_, index) => `team-${nameOf(index)}`);
  const files: SampleFile[] = [];
  let left = count;

  for (let index = 0; left > 0; index++) {
    const size = Math.min(left, 1 + Math.floor(random() * 5));
    left -= size;
    const isLargest = random() < RECORD.largest / RECORD.namespaces;
    const team = isLargest ? teams[0]! : (teams[1 + Math.floor(random() * (teamCount - 1))]! ?? teams[0]!);
    const product = nameOf(index);
    files.push({
      team,
      path: `${team}/${product}.yaml`,
      text: productText({
        ...{ product, team, size, teams, random, resources: resources() },
        ...{ gitHub: places.gitHub, live: places.live, other: places.others[index % places.others.length]! },
      }),
    });
  }
  return {
    teams: Object.fromEntries(
      teams.map((team) => [team, { group: `${places.gitHub}:${team}`, domains: [domainOf(team)] }]),
    ),
    files,
  };
}

interface Sketch {
  readonly product: string;
  readonly team: string;
  readonly size: number;
  readonly teams: readonly string[];
  readonly random: () => number;
  readonly resources: ResourceLines;
  readonly gitHub: string;
  readonly live: Place;
  readonly other: Place;
}

function productText(sketch: Sketch): string {
  const { product, team, size, gitHub } = sketch;
  return [
    `product: ${product}`,
    "owner:",
    `  team: ${team}`,
    `  email: ${team}@example.org`,
    `  channel: "#${team}"`,
    `  source: ${gitHub}/${product}`,
    "environments:",
    ...NAMES_OF_ENVIRONMENTS.slice(0, size).flatMap((name) => environmentLines(name, sketch)),
    "",
  ].join("\n");
}

function environmentLines(name: string, sketch: Sketch): string[] {
  const { product, team, random, size, gitHub } = sketch;
  const isLive = name === "live" || (name === "dev" && size === 1 && random() < 0.2);
  const { cluster, zone } = isLive ? sketch.live : sketch.other;
  const access = teamsWithAccess(sketch);
  const deploys = random() < 0.83;
  return [
    `  ${name}:`,
    `    cluster: ${cluster}`,
    "    access:",
    ...access.flatMap((each, index) => [
      `      - team: ${each}`,
      `        role: ${index === 0 ? "admin" : "view"}`,
      ...(isLive && index === 0 ? ["        justification: The team is on call for it"] : []),
    ]),
    "    limits: { pods: 50 }",
    ...networkLines(name, sketch),
    "    ingress:",
    `      - { host: ${product}-${name}.${zone}, visibility: public }`,
    ...(deploys
      ? [
          "    deploy:",
          "      mode: push",
          `      repository: ${gitHub}/${product}`,
          `      gitHubEnvironment: ${name}`,
          "      branches: [main]",
          ...(isLive ? [`      reviewers: [${team}]`] : []),
        ]
      : []),
    ...sketch.resources({ product, name, size, domain: domainOf(team), live: isLive, deploys }),
  ];
}

/** Conversation of a product's two middle environments, which are on the same cluster. */
function networkLines(name: string, { product, size }: Sketch): string[] {
  if (size < 2) {
    return [];
  }
  switch (name) {
    case "dev":
      return ["    network:", "      allowFrom:", `        - { tenant: ${product}/preprod, ports: [8080] }`];
    case "preprod":
      return ["    network:", "      allowTo:", `        - { tenant: ${product}/dev }`];
    default:
      return [];
  }
}

function teamsWithAccess({ team, teams, random }: Sketch): string[] {
  let drawn = random() * RECORD.namespaces;
  const [count] = TEAMS_WITH_ACCESS.find(([, share]) => (drawn -= share) < 0) ?? [1];
  const others = Array.from({ length: count - 1 }, () => teams[Math.floor(random() * teams.length)]!);
  return [...new Set([team, ...others])];
}

/** Products of invented tenants, as the platform's author has them. */
export const sampleProducts = (count: number, places: TenantPlaces): ProductsSettings => {
  const { teams, files } = sampleTenants(count, places);
  return {
    teams,
    live: [places.live.cluster],
    // More than a new account may have.
    roleQuotas: Object.fromEntries([places.live, ...places.others].map(({ cluster }) => [cluster, 5_000])),
    files: files.map(({ path, team, text }) => parseProduct(`tenants/${path}`, team, text)),
  };
};
