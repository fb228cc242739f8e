import type { Manifest } from "../../constructs/manifests";
import { bindingsIn, DEPLOYER } from "./rights";

/** Folder of a Git repository that Flux applies. */
export interface Source {
  /** Address of the Git repository, `https://…`. */
  readonly url: string;
  readonly branch: string;

  /** Folder as seen from its root. */
  readonly path: string;

  /**
   * Name of the Secret in its namespace with the keys of a GitHub App.
   *
   * @default - the repository is public
   */
  readonly secretName?: string | undefined;
}

/** Folder that Flux applies, with its place in the cluster and the account that applies it. */
export interface Delivery extends Source {
  readonly name: string;
  readonly namespace: string;

  /** Service account in the namespace that is impersonated. */
  readonly deployer: string;

  /** Labels by which one of the instances knows it. */
  readonly labels: Readonly<Record<string, string>>;

  /** Namespace of all that it makes; `undefined` where each object says its own. */
  readonly target: string | undefined;
}

/**
 * A source and what is applied of it: every ten minutes, without what is gone from Git. Objects stay in the cluster should
 * it ever be deleted.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 * @see https://fluxcd.io/flux/components/source/gitrepositories/
 */
export const deliveryOf = ({
  name,
  namespace,
  labels,
  deployer,
  target,
  ...source
}: Delivery): Manifest[] => [
  {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository",
    metadata: { name, namespace, labels },
    spec: {
      interval: "5m",
      url: source.url,
      ref: { branch: source.branch },
      ...(source.secretName !== undefined && { provider: "github", secretRef: { name: source.secretName } }),
    },
  },
  {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: { name, namespace, labels },
    spec: {
      interval: "10m",
      retryInterval: "2m",
      timeout: "5m",
      path: `./${source.path}`,
      prune: true,
      wait: true,
      deletionPolicy: "Orphan",
      sourceRef: { kind: "GitRepository", name },
      serviceAccountName: deployer,
      ...(target !== undefined && { targetNamespace: target }),
    },
  },
];

/** Service account that is impersonated. No pod has its token unless it asks for it. */
export const deployerAccount = (name: string, namespace: string): Manifest => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name, namespace },
  automountServiceAccountToken: false,
});

/** Name of the source of a namespace of customers, and of what is applied of it. */
const NAME = "delivery";

/**
 * Everything by which the customers' instance delivers to one namespace: its rights there, the service account that it
 * impersonates, and the folder that it reads.
 *
 * @param customers - namespace of the customers' instance
 */
export const deliveredTo = (namespace: string, customers: string, source: Source): Manifest[] => [
  deployerAccount(DEPLOYER, namespace),
  ...bindingsIn(namespace, customers),
  ...deliveryOf({ ...source, name: NAME, namespace, deployer: DEPLOYER, labels: {}, target: namespace }),
];
