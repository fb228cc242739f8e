import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { type KubernetesConnection, signInToCluster } from "../../src/constructs/cluster-sign-in";
import { cluster } from "../support/fixtures";
import { Terraform } from "../support/terraform";

const connection: { value?: KubernetesConnection } = {};
const { json } = Terraform.of((stack) => {
  connection.value = signInToCluster(stack, cluster);
});

describe("signInToCluster", () => {
  it("asks for a token that no state or plan keeps", () => {
    expect(json.ephemeral).toEqual({ aws_eks_cluster_auth: { cluster: { name: "govuk" } } });
    expect(json.data).toBeUndefined();
  });

  it("signs the Kubernetes provider in with it", () => {
    expect(json.provider[KubernetesProvider.tfResourceType]).toEqual([
      {
        host: "https://cluster.example",
        cluster_ca_certificate: '${base64decode("Y2VydGlmaWNhdGU=")}',
        token: "${ephemeral.aws_eks_cluster_auth.cluster.token}",
      },
    ]);
  });

  it("returns the same connection for other providers", () => {
    const { host, clusterCaCertificate, token } = connection.value!;

    expect(host).toBe("https://cluster.example");
    expect(Token.isUnresolved(clusterCaCertificate)).toBe(true);
    expect(token).toBe("${ephemeral.aws_eks_cluster_auth.cluster.token}");
  });
});
