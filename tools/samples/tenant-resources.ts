/** Environment of an invented product. */
interface SampleEnvironment {
  readonly product: string;
  readonly name: string;

  /** Environments of the product. */
  readonly size: number;

  /** Domain of its team. */
  readonly domain: string;

  /** True if it is on the live cluster. */
  readonly live: boolean;

  /** True if workflows deploy to it, which push to its registry. */
  readonly deploys: boolean;
}

/** Lines of the file about resources of an environment. */
export type ResourceLines = (environment: SampleEnvironment) => string[];

/** Namespaces of the largest platform on record. */
const NAMESPACES = 1_459;

/** Namespaces there that have resources of each kind, and resources in all. Sources do not part PostgreSQL from MySQL. */
const RECORD = {
  queue: { namespaces: 272, resources: 1_761 },
  topic: { namespaces: 44, resources: 44 },
  bucket: { namespaces: 294, resources: 461 },
  table: { namespaces: 16, resources: 16 },
  registry: { namespaces: 647, resources: 709 },
  secret: { namespaces: 341, resources: 341 },
  postgres: { namespaces: 651, resources: 939 },
  aurora: { namespaces: 20, resources: 20 },
  redis: { namespaces: 519, resources: 580 },
  search: { namespaces: 46, resources: 46 },
  zone: { namespaces: 168, resources: 168 },
  cdn: { namespaces: 29, resources: 29 },
} as const;

/** Kinds on record: a cluster of Aurora is a database with settings of its own. */
type Counted = keyof typeof RECORD;
type Kind = Exclude<Counted, "aurora">;

const SETTINGS: Readonly<Record<Exclude<Kind, "zone" | "cdn">, string>> = {
  queue: "{}",
  topic: "{}",
  bucket: "{}",
  table: "{ partitionKey: { name: id, type: string } }",
  registry: "{}",
  secret: "{ generate: {} }",
  postgres: "{ version: 17 }",
  redis: "{ version: 8.1 }",
  search: "{ version: 3.5 }",
};

const AURORA = "{ version: 17, aurora: { maxCapacity: 4 } }";

/** Share of namespaces with a pipeline, without which there is no registry. */
const DEPLOYED = 0.83;

/** Share of namespaces with a zone, without which there is no distribution. */
const ZONED = RECORD.zone.namespaces / NAMESPACES;

/** Share of namespaces on the live cluster. In the account of the other, OpenSearch has no role. */
const LIVE = 0.21;

/**
 * Resources in the numbers of the largest platform on record. A product's second environment reads the first bucket of its
 * first, as its file says on both sides.
 */
export function sampleResources(random: () => number): () => ResourceLines {
  const countOf = (kind: Counted, share = 1): number => {
    const { namespaces, resources } = RECORD[kind];
    const mean = resources / namespaces;
    return random() >= namespaces / NAMESPACES / share ? 0 : Math.floor(1 + random() * (2 * mean - 1));
  };
  return () => {
    let isShared = false;
    return (environment) => {
      const { product, name, size, live, deploys } = environment;
      const drawn = {
        queue: countOf("queue"),
        topic: countOf("topic"),
        bucket: countOf("bucket"),
        table: countOf("table"),
        registry: deploys ? countOf("registry", DEPLOYED) : 0,
        secret: countOf("secret"),
        postgres: countOf("postgres"),
        aurora: countOf("aurora"),
        redis: countOf("redis"),
        search: live ? countOf("search", LIVE) : 0,
        zone: countOf("zone"),
      };
      const cdn = drawn.zone > 0 ? countOf("cdn", ZONED) : 0;
      // A distribution answers from a bucket of its namespace.
      const counts = { ...drawn, cdn, bucket: Math.max(drawn.bucket, cdn) };
      const imports = name === "preprod" && isShared;
      isShared = name === "dev" && size > 1 && counts.bucket > 0;
      return linesOf(counts, environment, {
        imports: imports ? `${product}/dev` : undefined,
        shared: isShared ? `${product}/preprod` : undefined,
      });
    };
  };
}

interface Sharing {
  /** Tenant whose bucket it imports. */
  readonly imports: string | undefined;

  /** Tenant with which it shares its first bucket. */
  readonly shared: string | undefined;
}

/** Kinds that pods use without a service account. */
const WITHOUT_ACCOUNT: readonly Kind[] = ["registry", "secret", "zone"];

function linesOf(
  counts: Readonly<Record<Counted, number>>,
  { product, name, domain }: SampleEnvironment,
  { imports, shared }: Sharing,
): string[] {
  const { aurora, ...others } = counts;
  const zone = `${product}-${name}.${domain}`;
  const entriesOf = (kind: Kind): string[] => [
    ...Array.from({ length: others[kind] }, (_, index) => {
      const settings =
        kind === "zone"
          ? `{ domain: ${zone} }`
          : kind === "cdn"
            ? `{ zone: zone-1, hosts: [www.${zone}], origin: { bucket: bucket-1 } }`
            : settingsOf(kind, index, shared);
      return `        ${kind}-${index + 1}: ${settings}`;
    }),
    ...(kind === "postgres" && aurora > 0 ? [`        aurora-1: ${AURORA}`] : []),
  ];
  const entries = (Object.keys(others) as Kind[])
    .map((kind) => ({ kind, lines: entriesOf(kind) }))
    .filter(({ lines }) => lines.length > 0);
  const needAccount = imports !== undefined || entries.some(({ kind }) => !WITHOUT_ACCOUNT.includes(kind));
  return [
    ...(needAccount ? ["    serviceAccounts: [web]"] : []),
    ...(entries.length === 0 ? [] : ["    resources:"]),
    ...entries.flatMap(({ kind, lines }) => [`      ${kind}:`, ...lines]),
    ...(imports === undefined
      ? []
      : ["    imports:", "      bucket:", `        of-dev: { tenant: ${imports}, name: bucket-1 }`]),
  ];
}

const settingsOf = (
  kind: Exclude<Kind, "zone" | "cdn">,
  index: number,
  shared: string | undefined,
): string =>
  kind === "bucket" && index === 0 && shared !== undefined ? `{ shares: [${shared}] }` : SETTINGS[kind];
