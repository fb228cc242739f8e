import type { ApiClient } from "../../../offline/api-client";
import type { StateServer } from "../../../offline/state-server";
import { runProcess } from "../../../kit/run-process";
import { blocksOf } from "../../../terraform-json/blocks";
import { asList, asMap, isMap, textOf } from "../../../terraform-json/json-map";
import type { OfflineStack } from "../offline-stack";
import type { TerraformRun } from "../terraform-run";
import { importsOf } from "./steps";

/** Stack that a run left half-way, with all that is needed to bring it to its end. */
export interface Stand {
  readonly stack: OfflineStack;
  readonly terraform: TerraformRun;
  readonly client: ApiClient;
  readonly states: StateServer;

  /** Frees the state from the lock of a run that is gone. */
  unlock(): Promise<void>;

  /** Frees releases from operations that no run works on any more. */
  releasePending(): Promise<void>;

  /** Imports what exists, by the errors of an apply. */
  import(errors: readonly string[]): Promise<void>;

  /** Removes what keeps pods from being ready. */
  correctCause(): Promise<void>;
}

/** Parts of a {@link Stand}. */
export interface StandParts extends Pick<Stand, "stack" | "terraform" | "client" | "states"> {
  readonly helm: string;

  /** File with which Helm reaches the cluster. */
  readonly kubeconfig: string;
  readonly signal: AbortSignal;
}

/** Quota that lets no pod in: the cause of installations that fail. */
const NO_PODS = "no-pods";

const quotaPath = (namespace: string) => `/api/v1/namespaces/${namespace}/resourcequotas`;

/** Keeps the namespaces of a stack's releases from making pods. */
export async function refusePods(namespaces: readonly string[], client: ApiClient): Promise<void> {
  for (const namespace of namespaces) {
    await client.create(quotaPath(namespace), {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: NO_PODS },
      spec: { hard: { pods: "0" } },
    });
  }
}

/** Namespaces of a stack's releases. */
export const namespacesOf = ({ json }: OfflineStack): string[] => [
  ...new Set(Object.values(blocksOf(json, "helm_release")).map(({ namespace }) => textOf(namespace))),
];

/** Stand on which the documented steps can be taken. */
export function standOf({ helm, kubeconfig, signal, ...parts }: StandParts): Stand {
  const { stack, terraform, client, states } = parts;
  return {
    ...parts,
    async unlock() {
      const lock = states.lockOf(stack.id);
      await terraform.run("force-unlock", "-force", lock ?? "");
    },
    async releasePending() {
      for (const { namespace, name, status, path } of await pendingReleases(client)) {
        if (status === "pending-install") {
          await client.remove(path);
        } else {
          const words = [helm, "rollback", name, "--namespace", namespace, "--kubeconfig", kubeconfig];
          await runProcess(words, { cwd: terraform.folder, signal });
        }
      }
    },
    import(errors) {
      const addresses = errors.flatMap((error) => /\bkubernetes_\w+\.[\w-]+/.exec(error)?.[0] ?? []);
      const blocks = importsOf(stack.json, [...new Set(addresses)]);
      terraform.write({ ...stack, json: { ...stack.json, import: blocks } });
      return Promise.resolve();
    },
    async correctCause() {
      for (const namespace of namespacesOf(stack)) {
        await client.remove(`${quotaPath(namespace)}/${NO_PODS}`);
      }
    },
  };
}

interface PendingRelease {
  readonly namespace: string;
  readonly name: string;
  readonly status: string;

  /** Path of Helm's record. */
  readonly path: string;
}

async function pendingReleases(client: ApiClient): Promise<PendingRelease[]> {
  const { body } = await client.get("/api/v1/secrets?labelSelector=owner%3Dhelm");
  return asList(body.items)
    .filter(isMap)
    .flatMap(({ metadata }) => {
      const { namespace, name: secret, labels } = asMap(metadata);
      const { name, status } = asMap(labels);
      const path = `/api/v1/namespaces/${textOf(namespace)}/secrets/${textOf(secret)}`;
      return textOf(status).startsWith("pending")
        ? [{ namespace: textOf(namespace), name: textOf(name), status: textOf(status), path }]
        : [];
    });
}
