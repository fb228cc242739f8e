import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, type TerraformElement, type TerraformRemoteState, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import { boundaryArn } from "../settings/organisation/terraform-cloud";
import { stackId, type StackName } from "../settings/environment/stack-names";
import { boundRoles } from "../constructs/permissions-boundary";
import { readableAddress } from "../constructs/readable-address";
import { readRemoteState, type StateBackendProps, useStateBackend } from "../constructs/state-backend";
import { requireTerraform } from "../constructs/terraform-version";
import { changeState } from "./state-surgery";

/** The `service` tag of a stack's resources. */
const SERVICE_TAGS: Readonly<Record<StackName, string>> = {
  "tfc-aws-config": "tfc-aws-config",
  "terraform-state": "terraform-state",
  ecr: "ecr",
  vpc: "vpc",
  "root-dns": "dns",
  "cluster-infrastructure": "eks",
  "cluster-access": "eks-cluster-access",
  "cluster-services": "eks-cluster-services",
  "external-services": "external-services",
};

/**
 * One Terraform workspace: where its state lives, how its AWS resources are tagged and how all its resources
 * are addressed.
 *
 * @throws where another stack has the same id already
 */
export abstract class PlatformStack<
  Scope extends Environment | ClusterEnvironment = Environment,
> extends TerraformStack {
  constructor(
    app: App,
    name: StackName,
    protected readonly environment: Scope,
  ) {
    const id = stackId(name, environment);
    if (app.node.tryFindChild(id)) {
      throw new Error(
        `stack ${id}: expected one stack of this name, got two; give each environment its own name`,
      );
    }
    super(app, id);

    useStateBackend(this, id, backendOf(environment));
    const { tags, tagNames, terraformVersion } = environment.organisation;
    requireTerraform(this, terraformVersion);

    new AwsProvider(this, "aws", {
      region: environment.region,
      defaultTags: [
        {
          tags: {
            ...tags,
            [tagNames.service]: SERVICE_TAGS[name],
            [tagNames.environment]: environment.name,
            [tagNames.deployment]: name,
          },
        },
      ],
    });

    // The person who applies the sign-in stack makes the boundary there, together with the roles that require it.
    if (environment.backend.type === "cloud" && name !== "tfc-aws-config") {
      boundRoles(this, boundaryArn(environment));
    }
    changeState(this, name, environment);
  }

  /** The outputs of another stack of the same environment. */
  protected outputsOf(stack: StackName): TerraformRemoteState {
    return readRemoteState(this, stack, stackId(stack, this.environment), backendOf(this.environment));
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableAddress(this, element);
  }
}

const backendOf = ({ backend, region }: Environment | ClusterEnvironment): StateBackendProps =>
  backend.type === "s3" ? { ...backend, region: backend.region ?? region } : backend;
