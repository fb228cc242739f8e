import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, type TerraformElement, type TerraformRemoteState, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import { boundaryArn } from "../settings/environment/boundary";
import { stackId } from "../settings/environment/stack-names";
import { CLUSTER_STACK_NAMES, type StackName } from "../settings/state/stack-names";
import { logBucketAccess } from "../constructs/bucket-access-logs";
import { boundRoles } from "../constructs/permissions-boundary";
import { requireProviders } from "../constructs/provider-versions";
import { readableAddress } from "../constructs/readable-address";
import { readRemoteState, type StateBackendProps, useStateBackend } from "../constructs/state-backend";
import { requireTerraform } from "../constructs/terraform-version";
import { defaultTags } from "./default-tags";
import { changeState } from "./state-surgery";

/** Differences of a stack that an environment or a cluster has many of. */
interface OneOfMany {
  readonly id: string;

  /** Tags besides those of every stack. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * One Terraform workspace, with the backend of its state, the tags of its AWS resources and the addresses of
 * all its resources.
 *
 * @throws where another stack has the same id already
 */
export abstract class PlatformStack<
  Scope extends Environment | ClusterEnvironment = Environment,
> extends TerraformStack {
  constructor(
    app: App,
    name: StackName | "tenant",
    protected readonly environment: Scope,
    own?: OneOfMany,
  ) {
    const id = own?.id ?? stackId(name as StackName, environment);
    if (app.node.tryFindChild(id)) {
      throw new Error(
        `stack ${id}: expected one stack of this name, got two; give each environment its own name`,
      );
    }
    super(app, id);

    useStateBackend(this, id, backendOf(environment));
    requireTerraform(this, environment.organisation.terraformVersion);
    requireProviders(this, environment.organisation.providerVersions);

    new AwsProvider(this, "aws", {
      region: environment.region,
      defaultTags: [{ tags: { ...defaultTags(environment, name), ...own?.tags } }],
    });

    // An administrator makes the boundary, with the sign-in of runs or beside the bucket of states. Files beside the
    // project are to try things out, and have neither.
    if (environment.backend.type !== "local" && name !== "tfc-aws-config") {
      boundRoles(this, boundaryArn(environment));
    }
    // The bucket of states comes before any other, and those of tenants are the tenants'.
    if (environment.bucketAccessLogs !== undefined && CLUSTER_STACK_NAMES.some((stack) => stack === name)) {
      logBucketAccess(this, environment.bucketAccessLogs);
    }
    if (name !== "tenant") {
      changeState(this, name, environment);
    }
  }

  /**
   * Outputs of another stack of the same environment.
   *
   * @param owner - another cluster of the environment, if the stack is that cluster's
   */
  protected outputsOf(
    stack: StackName,
    owner: Environment | ClusterEnvironment = this.environment,
  ): TerraformRemoteState {
    return readRemoteState(this, stack, stackId(stack, owner), backendOf(this.environment));
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableAddress(this, element);
  }
}

const backendOf = ({ backend, region }: Environment | ClusterEnvironment): StateBackendProps =>
  backend.type === "s3" ? { ...backend, region: backend.region ?? region } : backend;
