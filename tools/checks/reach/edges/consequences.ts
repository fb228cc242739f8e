import type { Inventory, Namespace } from "../inventory";
import type { Gain, Target } from "../targets";
import { gainOf } from "./accounts";

/** Targets that a subject holds already. */
export type Holds = (target: Target) => boolean;

/** A follow-on: what is gained by holding something else. */
export type Consequence = (holds: Holds, inventory: Inventory) => readonly Gain[];

const inEach =
  (gains: (namespace: Namespace, holds: Holds, inventory: Inventory) => readonly Gain[]): Consequence =>
  (holds, inventory) =>
    inventory.namespaces.flatMap((namespace) => gains(namespace, holds, inventory));

const accountsIn = ({ name }: Namespace, { accounts }: Inventory) =>
  accounts.filter(({ namespace }) => namespace === name);

/** Pods run as any service account of their namespace. */
export const podsRunAsAccounts = inEach((namespace, holds, inventory) => {
  const pods: Target = { kind: "pods", namespace: namespace.name };
  return holds(pods)
    ? accountsIn(namespace, inventory).map((account) => ({ ...gainOf(account, "runs as"), by: [pods] }))
    : [];
});

/** Pods mount any Secret of their namespace. */
export const podsMountSecrets = inEach(({ name }, holds) => {
  const pods: Target = { kind: "pods", namespace: name };
  return holds(pods)
    ? [{ target: { kind: "secrets", namespace: name }, how: `mounts Secrets of ${name}`, by: [pods] }]
    : [];
});

/** Secrets may hold tokens. */
export const secretsHoldTokens: Consequence = (holds, { tokenSecrets }) =>
  tokenSecrets.flatMap(({ namespace, name, account }) =>
    (
      [
        { kind: "secrets", namespace },
        { kind: "secret", namespace, name },
      ] as const
    )
      .filter(holds)
      .map((secret) => ({
        ...gainOf({ namespace, name: account }, `finds in Secret ${name} the token of`),
        by: [secret],
      })),
  );

/** A Secret for a token is made and read. */
export const newSecretsHoldTokens = inEach((namespace, holds, inventory) => {
  const made: Target = { kind: "new-secrets", namespace: namespace.name };
  const read: Target = { kind: "secrets", namespace: namespace.name };
  return holds(made) && holds(read)
    ? accountsIn(namespace, inventory).map((account) => ({
        ...gainOf(account, "makes and reads a token Secret of"),
        by: [made, read],
      }))
    : [];
});

/** All rights in a namespace are each of them. */
export const everythingIsEach = inEach(({ name }, holds) => {
  const all: Target = { kind: "everything", namespace: name };
  return holds(all)
    ? (["pods", "secrets", "new-secrets", "labels", "bounds"] as const).map((kind) => ({
        target: { kind, namespace: name },
        how: `has ${kind} of ${name}`,
        by: [all],
      }))
    : [];
});

/** Nothing but Pod Security keeps a pod from its node, and the labels say whether there is any. */
export const podsReachNodes = inEach(({ name, podSecurity }, holds) => {
  const pods: Target = { kind: "pods", namespace: name };
  const labels: Target = { kind: "labels", namespace: name };
  if (!holds(pods) || (podSecurity && !holds(labels))) {
    return [];
  }
  return podSecurity
    ? [
        {
          target: { kind: "nodes" },
          how: `takes Pod Security from ${name} and runs privileged pods`,
          by: [labels, pods],
        },
      ]
    : [{ target: { kind: "nodes" }, how: `runs privileged pods in ${name}`, by: [pods] }];
});

/** A node has the credentials of all its pods. */
export const nodesHavePods = inEach(({ name }, holds) =>
  holds({ kind: "nodes" })
    ? [
        {
          target: { kind: "pods", namespace: name },
          how: `takes over pods of ${name}`,
          by: [{ kind: "nodes" }],
        },
      ]
    : [],
);

/** Kubernetes keeps the accounts of its own controllers in kube-system, one of which may give any right. */
export const kubeSystemIsAdmin: Consequence = (holds) => {
  const pods: Target = { kind: "pods", namespace: "kube-system" };
  return holds(pods)
    ? [{ target: { kind: "cluster-admin" }, how: "runs as a controller of Kubernetes", by: [pods] }]
    : [];
};
