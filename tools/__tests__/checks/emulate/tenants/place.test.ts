import { expect, it } from "vitest";
import { clusterStandIn } from "../../../../checks/emulate/tenants/place";

it("has an output for each that a tenant's stack reads, with a network behind those that AWS looks at", () => {
  const read = (name: string) => `\${data.terraform_remote_state.cluster-infrastructure.outputs.${name}}`;
  const { output, terraform } = clusterStandIn(
    {
      terraform: { backend: { s3: {} }, required_providers: { aws: {} } },
      provider: { aws: [{ region: "eu-central-1" }] },
      resource: { aws_security_group: { one: { vpc_id: read("vpc_id"), name: read("cluster_name") } } },
    },
    "/states",
  );

  expect(output).toEqual({
    vpc_id: { value: "${aws_vpc.place.id}" },
    cluster_name: { value: "stand-in-for-cluster_name" },
  });
  expect(terraform).toMatchObject({
    backend: { local: { path: "/states/cluster-infrastructure-live.tfstate" } },
  });
});
