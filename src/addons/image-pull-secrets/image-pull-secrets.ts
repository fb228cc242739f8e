import { Construct } from "constructs";
import { type After, type Ready } from "../../constructs/addon";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { externalSecret } from "../../constructs/external-secret";

/** A registry that needs a password. */
export interface PrivateRegistry {
  /** Its host, such as `ghcr.io`. */
  readonly registry: string;

  /** Path in Secrets Manager of its `username` and `password`. */
  readonly path: string;

  /** Namespaces whose pods pull images from it. */
  readonly namespaces: readonly string[];
}

export interface ImagePullSecretsProps {
  readonly registries: readonly PrivateRegistry[];

  /** Name of the store of secrets that serves a namespace. */
  readonly storeFor: (namespace: string) => string;

  /** Namespace of Helm's record of the release. */
  readonly namespace: string;

  /** @default - nothing */
  readonly after?: After;
}

/** The Kubernetes Secret with a registry's credentials, in every namespace alike. */
const pullSecretName = (registry: string): string => `pull-${registry.replaceAll(/[^a-z0-9]+/g, "-")}`;

/**
 * The Secrets that pods name in `imagePullSecrets`, kept in step with AWS Secrets Manager.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
 */
export class ImagePullSecrets extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(
    scope: Construct,
    id: string,
    { registries, storeFor, namespace, after }: ImagePullSecretsProps,
  ) {
    super(scope, id);

    this.ready = new Manifests(this, "secrets", {
      namespace,
      releaseName: "image-pull-secrets",
      objects: registries.flatMap((registry) => pullSecrets(registry, storeFor)),
      after,
    }).ready;
  }
}

const pullSecrets = (
  { registry, path, namespaces }: PrivateRegistry,
  storeFor: ImagePullSecretsProps["storeFor"],
): Manifest[] =>
  [...new Set(namespaces)].map((namespace) =>
    externalSecret({
      path,
      name: pullSecretName(registry),
      namespace,
      store: storeFor(namespace),
      template: {
        type: "kubernetes.io/dockerconfigjson",
        data: { ".dockerconfigjson": dockerConfig(registry) },
      },
    }),
  );

/** A template of External Secrets; `toJson` so that a password may have quotes in it. */
const dockerConfig = (registry: string): string =>
  `{"auths":{"${registry}":{"username":{{ .username | toJson }},"password":{{ .password | toJson }}}}}`;
