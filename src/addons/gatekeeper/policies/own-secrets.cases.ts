import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";

const STORE = { kind: "ClusterSecretStore", name: "aws-secretsmanager-apps" };

const copy = (spec: HelmValues, namespace = "apps"): Manifest => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name: "signon", namespace },
  spec: { secretStoreRef: STORE, ...spec },
});

const extract = (key: string): HelmValues => ({ dataFrom: [{ extract: { key } }] });

const one = (key: string, sourceRef?: HelmValues): HelmValues => ({
  data: [{ secretKey: "password", remoteRef: { key }, ...(sourceRef && { sourceRef }) }],
});

const ofProduct = (key: string, store: string): Manifest =>
  copy({ ...extract(key), secretStoreRef: { kind: "ClusterSecretStore", name: store } }, "maps-live");

/** Evidence for the policy own-secrets. */
export const OWN_SECRETS_CASES: PolicyCases = {
  parameters: {
    products: { store: "tenant-", secrets: "tenants/live/" },
    namespaces: [
      {
        namespace: "apps",
        stores: ["aws-secretsmanager-apps"],
        names: ["example/namespaces/apps/*", "example/shared"],
      },
      {
        namespace: "tax-forms",
        stores: ["aws-secretsmanager-tax-forms"],
        names: ["example/namespaces/tax-forms/*"],
      },
    ],
  },
  cases: [
    {
      name: "that copy a whole secret of their namespace",
      object: copy(extract("example/namespaces/apps/a")),
    },
    { name: "that copy a key of their namespace", object: copy(one("example/namespaces/apps/a")) },
    { name: "that copy a secret by its whole name", object: copy(one("example/shared")) },
    {
      name: "that copy a whole secret of another namespace",
      object: copy(extract("example/namespaces/tax-forms/a")),
      refusal: "secret example/namespaces/tax-forms/a: expected one of apps, got another's",
    },
    {
      name: "that copy a key of the platform",
      object: copy(one("example/dex/github")),
      refusal: "secret example/dex/github: expected one of apps",
    },
    {
      name: "that copy a secret whose name only begins like a whole name",
      object: copy(one("example/shared-by-others")),
      refusal: "secret example/shared-by-others: expected one of apps",
    },
    {
      name: "that name a secret by its ARN",
      object: copy(one("arn:aws:secretsmanager:eu-north-1:123456789012:secret:example/namespaces/apps/a")),
      refusal: "secret arn:aws:secretsmanager:eu-north-1:123456789012:secret:example/namespaces/apps/a",
    },
    {
      name: "that read through the store of another namespace",
      object: copy({
        ...extract("example/namespaces/apps/a"),
        secretStoreRef: { kind: "ClusterSecretStore", name: "aws-secretsmanager-tax-forms" },
      }),
      refusal: "store ClusterSecretStore aws-secretsmanager-tax-forms: expected a ClusterSecretStore of apps",
    },
    {
      name: "that read one key through another store",
      object: copy(
        one("example/namespaces/apps/a", {
          storeRef: { kind: "ClusterSecretStore", name: "aws-secretsmanager-platform" },
        }),
      ),
      refusal: "store ClusterSecretStore aws-secretsmanager-platform",
    },
    {
      name: "that read through a store of their own",
      object: copy({ ...extract("example/namespaces/apps/a"), secretStoreRef: { name: "mine" } }),
      refusal: "store SecretStore mine",
    },
    {
      name: "that search",
      object: copy({ dataFrom: [{ find: { name: { regexp: ".*" } } }] }),
      refusal: "dataFrom: expected secrets by name, got a search",
    },
    {
      name: "that take from a generator",
      object: copy({
        dataFrom: [
          {
            sourceRef: {
              generatorRef: {
                apiVersion: "generators.external-secrets.io/v1alpha1",
                kind: "STSSessionToken",
                name: "a",
              },
            },
          },
        ],
      }),
      refusal: "sourceRef: expected a store, got a generator",
    },
    {
      name: "of a namespace that has none",
      object: copy(extract("example/namespaces/apps/a"), "others"),
      refusal: "secret example/namespaces/apps/a: expected one of others",
    },
    {
      name: "that copy a secret of their product through its store",
      object: ofProduct("tenants/live/maps-live/secret/token", "tenant-maps-live"),
    },
    {
      name: "that copy a secret of a product whose namespace begins alike",
      object: ofProduct("tenants/live/maps-live-old/secret/token", "tenant-maps-live"),
      refusal: "secret tenants/live/maps-live-old/secret/token: expected one of maps-live, got another's",
    },
    {
      name: "that copy a secret of a product on another cluster",
      object: ofProduct("tenants/live-blue/maps-live/secret/token", "tenant-maps-live"),
      refusal: "secret tenants/live-blue/maps-live/secret/token: expected one of maps-live, got another's",
    },
    {
      name: "that name the store of another product",
      object: ofProduct("tenants/live/maps-live/secret/token", "tenant-maps-live-old"),
      refusal:
        "store ClusterSecretStore tenant-maps-live-old: expected a ClusterSecretStore of maps-live, which are tenant-maps-live",
    },
    {
      name: "that name a store of applications in a product",
      object: ofProduct("tenants/live/maps-live/secret/token", "aws-secretsmanager-apps"),
      refusal: "store ClusterSecretStore aws-secretsmanager-apps: expected a ClusterSecretStore of maps-live",
    },
    {
      name: "in the place of which stands a store",
      object: {
        apiVersion: "external-secrets.io/v1",
        kind: "SecretStore",
        metadata: { name: "mine", namespace: "apps" },
        spec: { provider: { aws: { service: "SecretsManager", region: "eu-north-1" } } },
      },
      refusal: "expected an ExternalSecret, which copies secrets of the namespace, got a SecretStore",
    },
    {
      name: "in the place of which stands one that writes to AWS",
      object: {
        apiVersion: "external-secrets.io/v1alpha1",
        kind: "PushSecret",
        metadata: { name: "mine", namespace: "apps" },
        spec: { secretStoreRefs: [STORE], selector: { secret: { name: "a" } } },
      },
      refusal: "expected an ExternalSecret, which copies secrets of the namespace, got a PushSecret",
    },
  ],
};
