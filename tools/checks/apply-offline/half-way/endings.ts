import { setTimeout as delay } from "node:timers/promises";
import type { ApiServer } from "../../../offline/api-server";
import { asMap, textOf } from "../../../terraform-json/json-map";
import { changedStack } from "../changed-stack";
import type { Access, OfflineStack } from "../offline-stack";
import { killed } from "./killed";
import { namespacesOf, refusePods, type Stand } from "./stand";

/** Stack of a cluster that runs are tried on. */
export type TriedStack = "cluster-access" | "cluster-services";

/** Way in which a run ends half-way. */
export interface Ending {
  readonly name: string;
  readonly stacks: readonly TriedStack[];

  /** Lets a run end in this way. */
  play(scene: Scene): Promise<void>;
}

/** Run that is about to end. */
export interface Scene {
  readonly stand: Stand;
  readonly server: ApiServer;

  /** Stack with another access. */
  readonly withAccess: (access: Access) => OfflineStack;

  /** Milliseconds after which the run ends: a share of its usual time. */
  readonly moment: number;

  /** Folder for charts in other versions. */
  readonly folder: string;
}

const BOTH: readonly TriedStack[] = ["cluster-access", "cluster-services"];

/** Ways in which runs end. */
export const ENDINGS: readonly Ending[] = [
  {
    name: "killed in the first apply",
    stacks: BOTH,
    play: ({ stand, moment }) =>
      killed(stand, moment, async () => {
        await stand.terraform.destroy();
      }),
  },
  {
    name: "cancelled in the first apply",
    stacks: BOTH,
    play: ({ stand, moment }) => cancelled(stand, moment),
  },
  {
    name: "killed in a change of every release",
    stacks: ["cluster-services"],
    async play({ stand, moment, folder }) {
      await killed(stand, moment, async () => {
        stand.terraform.write(stand.stack);
        await stand.terraform.apply();
        stand.terraform.write(changedStack(stand.stack, folder));
      });
    },
  },
  {
    name: "a first installation failed",
    stacks: ["cluster-services"],
    async play({ stand }) {
      await refusePods(namespacesOf(stand.stack), stand.client);
      await stand.terraform.apply();
    },
  },
  {
    name: "an upgrade failed",
    stacks: ["cluster-services"],
    async play({ stand, folder }) {
      await stand.terraform.apply();
      await refusePods(namespacesOf(stand.stack), stand.client);
      stand.terraform.write(changedStack(stand.stack, folder));
      await stand.terraform.apply();
    },
  },
  {
    name: "the token ended",
    stacks: BOTH,
    async play({ stand, server, withAccess, moment }) {
      const short = await shortToken(server);
      stand.terraform.write(withAccess({ ...server, token: short.token }));
      await Promise.all([stand.terraform.apply(), delay(moment).then(() => short.end())]);
    },
  },
  {
    name: "the state is lost",
    stacks: BOTH,
    async play({ stand }) {
      await stand.terraform.apply();
      stand.states.lose(stand.stack.id);
    },
  },
];

/** Cancels a run after a time. */
const cancelled = ({ terraform }: Stand, moment: number): Promise<void> =>
  terraform.applyUntil(AbortSignal.timeout(moment), "SIGINT");

/** Token of an administrator that can be ended at any time. */
async function shortToken({ client }: ApiServer) {
  const [account, secret] = [
    "/api/v1/namespaces/default/serviceaccounts",
    "/api/v1/namespaces/default/secrets",
  ];
  const name = "short-lived";
  await client.create(account, { apiVersion: "v1", kind: "ServiceAccount", metadata: { name } });
  await client.create("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
    subjects: [{ kind: "ServiceAccount", name, namespace: "default" }],
  });
  await client.create(secret, { apiVersion: "v1", kind: "Secret", metadata: { name } });
  // The token ends with the Secret that it is bound to.
  const boundObjectRef = { apiVersion: "v1", kind: "Secret", name };
  const { body } = await client.create(`${account}/${name}/token`, {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenRequest",
    spec: { boundObjectRef },
  });
  return {
    token: textOf(asMap(body.status).token),
    end: () => client.remove(`${secret}/${name}`),
  };
}
