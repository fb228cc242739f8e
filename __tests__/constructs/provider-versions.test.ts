import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { Testing, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { requireProviders } from "../../src/constructs/provider-versions";
import { BINDINGS } from "../../src/settings/organisation/provider-versions";

const requirements = (): Record<string, { version: string }> => {
  const json = Testing.synthScope((scope) => {
    requireProviders(scope as TerraformStack, { aws: "6.99.0", tfe: "0.99.0" });
    new AwsProvider(scope, "aws");
    new HelmProvider(scope, "helm");
  });
  return (JSON.parse(json) as { terraform: { required_providers: Record<string, { version: string }> } })
    .terraform.required_providers;
};

describe("requireProviders", () => {
  it("asks for another version than that of the bindings", () => {
    expect(requirements().aws).toEqual({ source: "aws", version: "6.99.0" });
  });

  it("leaves a provider alone that it knows no version of", () => {
    expect(requirements().helm!.version).toBe(BINDINGS.helm);
  });

  it("asks for no provider that the stack does not have", () => {
    expect(Object.keys(requirements()).sort()).toEqual(["aws", "helm"]);
  });
});
