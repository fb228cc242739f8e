import { readFileSync } from "node:fs";
import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import type { HelmValue } from "../../constructs/helm-values";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { mirroredImage } from "../../constructs/registries";
import { externalSecret } from "../../constructs/external-secret";
import { inNamespace } from "../../constructs/network-peers";
import { sealNetwork } from "./network";

/** A team that hears of its open pull requests. */
export interface Digest {
  /** Name that its job ends in. */
  readonly name: string;

  /** Team or product, as the message calls it. */
  readonly team: string;
  readonly slackChannel: string;

  /** Schedule, as cron has it. */
  readonly schedule: string;
  readonly repositories: readonly string[];
}

/** It has no copies: its jobs run and end. */
export interface SealProps extends Omit<AddonProps, "replicas" | "values"> {
  readonly digests: readonly Digest[];

  /** Time zone of the schedules, such as `Europe/Paris`. */
  readonly timeZone: string;

  /** Path in Secrets Manager of its `github_token` and `slack_token`. */
  readonly secret: string;
}

const NAME = "seal";
const IMAGE = "public.ecr.aws/docker/library/node:22.14.0-alpine";
const SCRIPT = "digest.mjs";

/** User that no node has: one of the node could reach its files from a container that broke out. */
const USER = 10_001;

/**
 * Tells each team in Slack, on its own schedule, which of its pull requests are open; those that only change
 * versions are counted.
 *
 * @see https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
export class Seal extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: SealProps) {
    super(scope, id);
    const { namespace, registries, digests, timeZone, secret, after } = props;
    const image = mirroredImage(registries, IMAGE);

    this.peers = inNamespace(namespace, sealNetwork);
    this.ready = new Manifests(this, "jobs", {
      namespace,
      releaseName: NAME,
      objects: [
        externalSecret({ path: secret, name: NAME, namespace, keys: ["github_token", "slack_token"] }),
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: NAME },
          data: { [SCRIPT]: readFileSync(`src/addons/seal/${SCRIPT}`, "utf8") },
        },
        {
          apiVersion: "v1",
          kind: "ServiceAccount",
          metadata: { name: NAME },
          automountServiceAccountToken: false,
        },
        ...digests.map((digest) => cronJob(digest, { image, timeZone })),
      ],
      after,
    }).ready;
  }
}

const cronJob = (
  { name, team, slackChannel, schedule, repositories }: Digest,
  { image, timeZone }: { readonly image: string; readonly timeZone: string },
): Manifest => ({
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: { name: `${NAME}-${name}`, labels: { "app.kubernetes.io/name": NAME } },
  spec: {
    schedule,
    timeZone,
    concurrencyPolicy: "Forbid",
    // A reminder that could not run in the morning is of no use in the evening.
    startingDeadlineSeconds: 3600,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 1,
    jobTemplate: {
      spec: {
        backoffLimit: 2,
        activeDeadlineSeconds: 300,
        template: {
          metadata: { labels: { "app.kubernetes.io/name": NAME } },
          spec: pod(image, { TEAM: team, CHANNEL: slackChannel, REPOSITORIES: repositories.join(" ") }),
        },
      },
    },
  },
});

const pod = (image: string, variables: Readonly<Record<string, string>>): HelmValue => ({
  serviceAccountName: NAME,
  automountServiceAccountToken: false,
  restartPolicy: "Never",
  securityContext: {
    runAsNonRoot: true,
    runAsUser: USER,
    runAsGroup: USER,
    seccompProfile: { type: "RuntimeDefault" },
  },
  containers: [
    {
      name: NAME,
      image,
      command: ["node", `/seal/${SCRIPT}`],
      env: [
        ...Object.entries(variables).map(([name, value]) => ({ name, value })),
        ...["github_token", "slack_token"].map((key) => ({
          name: key.toUpperCase(),
          valueFrom: { secretKeyRef: { name: NAME, key } },
        })),
      ],
      resources: { requests: { cpu: "20m", memory: "64Mi" }, limits: { memory: "128Mi" } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      },
      volumeMounts: [{ name: "script", mountPath: "/seal", readOnly: true }],
    },
  ],
  volumes: [{ name: "script", configMap: { name: NAME } }],
});
