import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { LAST_PORT } from "../checking/numbers";
import { SLACK_CHANNEL } from "../checking/slack-channel";

/** Characters of the longest name of a product. A namespace adds its environment's name. */
export const LONGEST_PRODUCT = 40;

/** Characters of the longest name of an environment of a product. */
const LONGEST_ENVIRONMENT = 20;

const nameOf = (longest: number) =>
  z
    .string()
    .max(longest, `at most ${longest} characters`)
    .regex(
      /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/,
      "a DNS label: small letters, digits and hyphens, a letter first",
    );

/** Name of a product, of a team or of a namespace. */
const name = nameOf(LONGEST_PRODUCT);
const namespace = nameOf(63);

const date = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date such as 2027-03-31");
const sentence = z
  .string()
  .max(500, "at most 500 characters")
  .regex(/\w{3} \w/, "a sentence");
const port = z
  .int(`a whole number from 1 to ${LAST_PORT}`)
  .min(1, `a whole number from 1 to ${LAST_PORT}`)
  .max(LAST_PORT, `a whole number from 1 to ${LAST_PORT}`);
const repository = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/,
    "a repository with its organisation, such as example/website",
  );
const countTo = (most: number) => {
  const words = `a whole number from 1 to ${most.toLocaleString("en")}`;
  return z.int(words).min(1, words).max(most, words);
};

/** Other tenant: a product and its environment, such as `flood-warnings/live`. */
const tenant = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}\/[a-z][a-z0-9-]{0,19}$/,
    "a product and its environment, such as website/live",
  );

const owner = exactObject({
  /** Team that answers for the product, which the folder is named after. */
  team: name,

  /** Address at which the team reads mail. */
  email: z.string().regex(/^[^\s@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, "an e-mail address"),

  /** Slack channel for alerts and questions. */
  channel: z.string().regex(SLACK_CHANNEL, "a channel such as #search"),

  /** Repository of its source. */
  source: repository,

  /**
   * Address of the page to follow when it fails.
   *
   * @default - none
   */
  runbook: z
    .string()
    .regex(/^https:\/\/\S+$/, "an address with https://")
    .optional(),
});

/** Roles that a team may have in a namespace. */
export const ROLES = ["view", "edit", "admin"] as const;

const access = exactObject({
  team: name,
  role: z.enum(ROLES),

  /**
   * Reason to change a live namespace by hand. Live namespaces require it for `edit` and `admin`.
   *
   * @default - none
   */
  justification: sentence.optional(),

  /**
   * Last day of the access.
   *
   * @default - it stays
   */
  until: date.optional(),
});

const limits = exactObject({
  /** @default 50 */
  pods: countTo(1_000).optional(),

  /**
   * CPUs that pods request together.
   *
   * @default 16
   */
  cpus: countTo(1_000).optional(),

  /**
   * Memory that pods request together, in GiB.
   *
   * @default 64
   */
  memoryGib: countTo(4_000).optional(),

  /**
   * Disks that pods claim together, in GiB.
   *
   * @default 50
   */
  storageGib: countTo(10_000).optional(),
});

const allowFrom = exactObject({
  tenant,

  /** TCP ports at which the other tenant may call. */
  ports: listOf(port).refine((ports) => ports.length > 0, "at least one port"),
});

const network = exactObject({
  /**
   * Tenants that may call this one, once their own file says `allowTo`.
   *
   * @default - none
   */
  allowFrom: listOf(allowFrom).optional(),

  /**
   * Tenants that this one calls, once their own file says `allowFrom`.
   *
   * @default - none
   */
  allowTo: listOf(exactObject({ tenant })).optional(),

  /**
   * TCP ports at which pods may call public addresses.
   *
   * @default - 443
   */
  internetPorts: listOf(port).optional(),

  /**
   * Lets Prometheus read metrics of the namespace's pods.
   *
   * @default true
   */
  metrics: z.boolean().optional(),
});

const ingress = exactObject({
  /** Host, or `*.` and a domain for all hosts right below it. */
  host: z
    .string()
    .max(253, "at most 253 characters")
    .regex(
      /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      "a host in small letters, such as www.example.org",
    ),

  /** Callers: the public, or the organisation's own network. */
  visibility: z.enum(["public", "internal"]),

  /**
   * Other tenants that serve the same host, each of which names this one too.
   *
   * @default - none
   */
  sharedWith: listOf(tenant).optional(),
});

const podSecurity = exactObject({
  /** Level of Pod Security that holds in place of `restricted`. */
  level: z.enum(["baseline"]),
  reason: sentence,

  /** Last day of the exception. */
  until: date,
});

const deploy = exactObject({
  /** `push`: workflows of the repository deploy. `gitops`: Argo CD deploys what the repository says. */
  mode: z.enum(["push", "gitops"]),
  repository,

  /** GitHub environment that the workflows run in. Its name is part of the identity that AWS trusts. */
  gitHubEnvironment: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
      "a name of letters, digits, dots and hyphens",
    ),

  /**
   * Branches from which GitHub lets workflows deploy. Live namespaces require one.
   *
   * @default - every branch
   */
  branches: listOf(z.string().regex(/^[\w][\w./-]{0,99}$/, "a branch such as main")).optional(),

  /**
   * Teams of whose members GitHub asks one before a deployment. Live namespaces require one.
   *
   * @default - GitHub asks no reviewer
   */
  reviewers: listOf(name).optional(),

  /**
   * Folder of the repository that Argo CD reads.
   *
   * @default "deploy"
   */
  path: z
    .string()
    .regex(/^[\w][\w./-]{0,199}$/, "a folder such as deploy/live")
    .optional(),
});

const environment = exactObject({
  /** Cluster, by the name that its stacks end in: `live`, or `live-blue` for one that is not the main one. */
  cluster: nameOf(63),

  /** @default - the product's name, a hyphen and the environment's */
  namespace: namespace.optional(),

  /**
   * Marks a place to try things, which the team reviews or removes by a date.
   *
   * @default - no sandbox
   */
  sandbox: exactObject({ reviewOn: date }).optional(),

  /**
   * Keeps workflows from planning and applying the namespace.
   *
   * @default - none
   */
  hold: exactObject({ reason: sentence, until: date }).optional(),

  /**
   * Keeps the namespace when its file or Terraform loses it. On a live cluster, only a reason switches it off.
   *
   * @default true
   */
  protection: z
    .union([z.literal(true), exactObject({ enabled: z.literal(false), reason: sentence })])
    .optional(),

  /**
   * First step of a removal: workflows destroy the namespace, and a later change takes it out of the file.
   *
   * @default - it stays
   */
  leaving: exactObject({ reason: sentence }).optional(),

  /** Teams and what they may do. */
  access: listOf(access),
  limits: limits.optional(),
  network: network.optional(),

  /** @default - no host */
  ingress: listOf(ingress).optional(),

  /**
   * Exception from `restricted`.
   *
   * @default - none
   */
  podSecurity: podSecurity.optional(),

  /** @default - engineers with access deploy */
  deploy: deploy.optional(),
});

/** One product, as its team writes it. */
export const PRODUCT = exactObject({
  /** Name, which is also the file's. */
  product: name,
  owner,

  /** Namespaces, by the name of the product's environment. */
  environments: namedValues(environment),
});

/** One product of a team. */
export type ProductConfig = z.infer<typeof PRODUCT>;

/** One namespace of a product on one cluster. */
export type ProductEnvironmentConfig = z.infer<typeof environment>;

/** Access of a team to one namespace. */
export type TeamAccessConfig = z.infer<typeof access>;

/** Host of a namespace. */
export type ProductIngressConfig = z.infer<typeof ingress>;

/** Pipeline of a namespace. */
export type DeployConfig = z.infer<typeof deploy>;

/** Name that an environment of a product may have. */
export const ENVIRONMENT_NAME = nameOf(LONGEST_ENVIRONMENT);
