import type { Manifest } from "../../constructs/manifests";

export interface ImageSignatureSettings {
  /** Prefixes of the names of images that must be signed, without a final slash. */
  readonly images: readonly string[];

  /** ARN of the key in KMS that signs them, or of an alias of it; or its public half as PEM. */
  readonly key: { readonly arn: string } | { readonly publicKey: string };

  /** Label of the namespaces whose pods are looked at. */
  readonly namespaces: Readonly<Record<string, string>>;

  /** Refuses other pods instead of reporting them. */
  readonly enforce: boolean;
}

/** Lists of a pod's containers, whichever way a container got into it. */
const CONTAINERS = ["containers", "initContainers", "ephemeralContainers"];

/**
 * Says which images must carry a signature of our key. Others are none of its business: images from elsewhere are
 * neither verified nor refused.
 *
 * @see https://kyverno.io/docs/policy-types/image-validating-policy/
 */
export const imageSignaturePolicy = (settings: ImageSignatureSettings): Manifest => ({
  apiVersion: "policies.kyverno.io/v1",
  kind: "ImageValidatingPolicy",
  metadata: { name: "images-are-signed" },
  spec: {
    validationActions: [settings.enforce ? "Deny" : "Audit"],
    // A policy that only reports must not stop a pod either when Kyverno is down.
    failurePolicy: settings.enforce ? "Fail" : "Ignore",
    webhookConfiguration: { timeoutSeconds: 15 },
    // A pod that runs was looked at when it started.
    evaluation: { background: { enabled: false } },
    // Whatever makes pods, they come by here. Looking at Deployments too would only be earlier.
    autogen: { podControllers: { controllers: [] } },
    matchConstraints: {
      namespaceSelector: { matchLabels: settings.namespaces },
      resourceRules: [
        {
          apiGroups: [""],
          apiVersions: ["v1"],
          operations: ["CREATE", "UPDATE"],
          resources: ["pods", "pods/ephemeralcontainers"],
        },
      ],
    },
    matchImageReferences: settings.images.map((images) => ({ glob: `${images}/*` })),
    credentials: { providers: ["amazon"] },
    validationConfigurations: {
      // Argo CD would see a digest that Git does not have, and take it away again for ever.
      mutateDigest: false,
      // Tags of our registry never move.
      verifyDigest: false,
      required: false,
    },
    attestors: [
      {
        name: "platform",
        cosign: {
          key: { ...keyOf(settings.key), hashAlgorithm: "sha256" },
          // The key suffices as proof. Our builds are in no public log.
          ctlog: { insecureIgnoreTlog: true, insecureIgnoreSCT: true },
        },
      },
    ],
    validations: CONTAINERS.map((containers) => ({
      expression: `images.${containers}.map(image, verifyImageSignatures(image, [attestors.platform])).all(signatures, signatures > 0)`,
      message: `an image of our registry among the ${containers} is not signed with our key`,
    })),
  },
});

const keyOf = (key: ImageSignatureSettings["key"]) =>
  "publicKey" in key ? { data: key.publicKey } : { kms: `awskms:///${key.arn}` };
