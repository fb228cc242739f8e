import { z } from "zod";
import { EMAIL } from "../checking/email";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { everComes } from "../checking/schedule";
import { SLACK_CHANNEL } from "../checking/slack-channel";
import { access, deploy } from "./access-schema";
import { applications, ownedNamespaces } from "./application-schema";
import { countTo, date, name, nameOf, repository, sentence } from "./fields";
import { ingress, network } from "./network-schema";
import { imports } from "./resources/imports";
import { resources } from "./resources/schema";
import { selfService } from "./self-service";

const owner = exactObject({
  /** Team that answers for the product, which the folder is named after. */
  team: name,

  /**
   * Address at which the team reads mail. A product with environments needs one.
   *
   * @default - none
   */
  email: z.string().max(254, "at most 254 characters").regex(EMAIL, "an e-mail address").optional(),

  /**
   * Slack channel for questions, for what Argo CD and Sentry say about its applications, and for alerts where `alerts` says
   * so.
   *
   * @default - none: the team reads mail
   */
  channel: z.string().regex(SLACK_CHANNEL, "a channel such as #search").optional(),

  /**
   * Way in which the team is told of alerts about the product's namespaces: in `channel`, or at `email`. The platform's
   * own routes hear of them as well.
   *
   * @default - the platform's routes alone
   */
  alerts: z.enum(["slack", "email"]).optional(),

  /**
   * Time of the message in `channel` that lists the open pull requests of the product's repositories, in cron's form and the
   * organisation's time.
   *
   * @default - never
   */
  digest: z
    .string()
    .refine(everComes, 'a time that comes, such as "30 9 * * 1-5", with Sunday as 0')
    .optional(),

  /**
   * Repository of its source. A product with environments needs one.
   *
   * @default - none: each of its applications has a repository
   */
  source: repository.optional(),

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

const podSecurity = exactObject({
  /** Level of Pod Security that holds in place of `restricted`. */
  level: z.enum(["baseline"]),
  reason: sentence,

  /** Last day of the exception. */
  until: date,
});

const environment = exactObject({
  /** Cluster, by the name that its stacks end in: `live`, or `live-blue` for one that is not the main one. */
  cluster: nameOf(63),

  /** @default - the product's name, a hyphen and the environment's */
  namespace: nameOf(63).optional(),

  /**
   * Marks a place to try things, which the team reviews or removes by a date.
   *
   * @default - no sandbox
   */
  sandbox: exactObject({ reviewOn: date }).optional(),

  /**
   * Tells engineers to leave the namespace alone until a day.
   *
   * @default - none
   */
  hold: exactObject({ reason: sentence, until: date }).optional(),

  /**
   * Keeps the namespace when its file or Terraform loses it. A reason switches it off, on every cluster.
   *
   * @default true
   */
  protection: z
    .union([z.literal(true), exactObject({ enabled: z.literal(false), reason: sentence })])
    .optional(),

  /**
   * First step of a removal: an engineer applies it and destroys the namespace, and a later change takes it out of the
   * file.
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

  /**
   * Service accounts of its pods, each of which gets an IAM role for the resources that it uses.
   *
   * @default - none: pods have no identity in AWS
   */
  serviceAccounts: listOf(name)
    .refine((accounts) => accounts.length > 0, "at least one service account")
    .optional(),

  /**
   * AWS resources of its own.
   *
   * @default - none
   */
  resources: resources.optional(),

  /**
   * AWS resources that it makes itself, as objects of Kubernetes. Its cluster must have ACK.
   *
   * @default - none
   */
  selfService: selfService.optional(),

  /**
   * AWS resources of other tenants that share them with this one.
   *
   * @default - none
   */
  imports: imports.optional(),
});

/** One product, as its team writes it. */
export const PRODUCT = exactObject({
  /** Name, which is also the file's. */
  product: name,
  owner,

  /**
   * Has Sentry collect the exceptions of its applications, and tell the team of new ones in `channel`, or by e-mail where there is none. Each namespace has the
   * address to report to in Secret `sentry`, key `dsn`.
   *
   * @default - Sentry knows nothing of it
   */
  sentry: z.literal(true).optional(),

  /**
   * Namespaces of its own, by the name of the product's environment.
   *
   * @default - none
   */
  environments: namedValues(environment).default({}),

  /**
   * Applications that run in namespaces of the platform, in every cluster, by name. Argo CD deploys them.
   *
   * @default - none
   */
  applications: applications.optional(),

  /**
   * Namespaces of the platform that the product owns, by name. The platform makes each in every cluster.
   *
   * @default - none
   */
  namespaces: ownedNamespaces.optional(),
});

/** One product of a team. */
export type ProductConfig = z.infer<typeof PRODUCT>;

/** One namespace of a product on one cluster. */
export type ProductEnvironmentConfig = z.infer<typeof environment>;
