import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { ImagePullSecrets } from "../../../src/addons/image-pull-secrets/image-pull-secrets";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const secrets = (): Block[] =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new ImagePullSecrets(scope, "pull", {
          namespace: "cluster-services",
          storeFor: (namespace) => `store-${namespace}`,
          registries: [
            { registry: "ghcr.io", path: "govuk/ghcr", namespaces: ["apps", "datagovuk", "apps"] },
          ],
        }),
    ).only(Release),
  ).objects;

describe("ImagePullSecrets", () => {
  it("has one of a name that pods can know, in every namespace that pulls from the registry", () => {
    expect(secrets().map(({ metadata }) => metadata)).toEqual([
      { name: "pull-ghcr-io", namespace: "apps" },
      { name: "pull-ghcr-io", namespace: "datagovuk" },
    ]);
  });

  it("reads each through the store of its namespace", () => {
    expect(secrets().map(({ spec }) => spec.secretStoreRef.name)).toEqual(["store-apps", "store-datagovuk"]);
  });

  it("makes what the kubelet reads of a user name and a password in Secrets Manager", () => {
    const { target, dataFrom } = secrets()[0]!.spec;

    expect(dataFrom).toEqual([{ extract: { key: "govuk/ghcr" } }]);
    expect(target.template).toEqual({
      type: "kubernetes.io/dockerconfigjson",
      data: {
        ".dockerconfigjson":
          '{"auths":{"ghcr.io":{"username":{{ .username | toJson }},"password":{{ .password | toJson }}}}}',
      },
    });
  });
});
