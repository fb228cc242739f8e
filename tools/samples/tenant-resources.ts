/** Environment of an invented product. */
interface SampleEnvironment {
  readonly product: string;
  readonly name: string;

  /** Environments of the product. */
  readonly size: number;

  /** True if workflows deploy to it, which push to its registry. */
  readonly deploys: boolean;
}

/** Lines of the file about resources of an environment. */
export type ResourceLines = (environment: SampleEnvironment) => string[];

/** Namespaces of the largest platform on record. */
const NAMESPACES = 1_459;

/**
 * Namespaces there that have resources of each kind, and resources in all. Databases, caches and search have other sizes than
 * those that invented tenants need.
 */
const RECORD = {
  queue: { namespaces: 272, resources: 1_761 },
  topic: { namespaces: 44, resources: 44 },
  bucket: { namespaces: 294, resources: 461 },
  table: { namespaces: 16, resources: 16 },
  registry: { namespaces: 647, resources: 709 },
  secret: { namespaces: 341, resources: 341 },
} as const;

type Kind = keyof typeof RECORD;

const SETTINGS: Readonly<Record<Kind, string>> = {
  queue: "{}",
  topic: "{}",
  bucket: "{}",
  table: "{ partitionKey: { name: id, type: string } }",
  registry: "{}",
  secret: "{ generate: {} }",
};

/** Share of namespaces with a pipeline, without which there is no registry. */
const DEPLOYED = 0.83;

/**
 * Resources in the numbers of the largest platform on record. A product's second environment reads the first bucket of its
 * first, as its file says on both sides.
 */
export function sampleResources(random: () => number): () => ResourceLines {
  const countOf = (kind: Kind, share = 1): number => {
    const { namespaces, resources } = RECORD[kind];
    const mean = resources / namespaces;
    return random() >= namespaces / NAMESPACES / share ? 0 : Math.floor(1 + random() * (2 * mean - 1));
  };
  return () => {
    let isShared = false;
    return ({ product, name, size, deploys }) => {
      const counts = {
        queue: countOf("queue"),
        topic: countOf("topic"),
        bucket: countOf("bucket"),
        table: countOf("table"),
        registry: deploys ? countOf("registry", DEPLOYED) : 0,
        secret: countOf("secret"),
      };
      const imports = name === "preprod" && isShared;
      isShared = name === "dev" && size > 1 && counts.bucket > 0;
      return linesOf(counts, {
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

function linesOf(counts: Readonly<Record<Kind, number>>, { imports, shared }: Sharing): string[] {
  const kinds = (Object.keys(counts) as Kind[]).filter((kind) => counts[kind] > 0);
  const needAccount = imports !== undefined || kinds.some((kind) => kind !== "registry" && kind !== "secret");
  const settingsOf = (kind: Kind, index: number): string =>
    kind === "bucket" && index === 0 && shared !== undefined ? `{ shares: [${shared}] }` : SETTINGS[kind];
  return [
    ...(needAccount ? ["    serviceAccounts: [web]"] : []),
    ...(kinds.length === 0 ? [] : ["    resources:"]),
    ...kinds.flatMap((kind) => [
      `      ${kind}:`,
      ...Array.from(
        { length: counts[kind] },
        (_, index) => `        ${kind}-${index + 1}: ${settingsOf(kind, index)}`,
      ),
    ]),
    ...(imports === undefined
      ? []
      : ["    imports:", "      bucket:", `        of-dev: { tenant: ${imports}, name: bucket-1 }`]),
  ];
}
