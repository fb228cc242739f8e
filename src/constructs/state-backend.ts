import {
  DataTerraformRemoteState,
  DataTerraformRemoteStateLocal,
  DataTerraformRemoteStateS3,
  LocalBackend,
  S3Backend,
  TerraformBackend,
  type TerraformRemoteState,
  type TerraformStack,
} from "cdktf";
import type { Construct } from "constructs";

/** Backend of a stack's state. */
export type StateBackendProps =
  | {
      readonly type: "cloud";
      readonly organization: string;
      readonly project: string;
      readonly hostname?: string;
    }
  | { readonly type: "s3"; readonly bucket: string; readonly region: string; readonly kmsKeyArn: string }
  | { readonly type: "local" };

/** Gives a stack the state of one workspace. */
export function useStateBackend(stack: TerraformStack, workspace: string, props: StateBackendProps): void {
  switch (props.type) {
    case "cloud":
      new HcpTerraformBackend(stack, workspace, props);
      return;
    case "s3": {
      const backend = new S3Backend(stack, s3Settings(workspace, props));
      // CDKTF 0.21 predates S3's native locking.
      backend.addOverride("use_lockfile", true);
      return;
    }
    case "local":
      new LocalBackend(stack, { path: localPath(workspace) });
  }
}

/** Reads the outputs of another workspace in the same kind of backend. */
export function readRemoteState(
  scope: Construct,
  id: string,
  workspace: string,
  props: StateBackendProps,
): TerraformRemoteState {
  switch (props.type) {
    case "cloud":
      return new DataTerraformRemoteState(scope, id, {
        organization: props.organization,
        hostname: props.hostname,
        workspaces: { name: workspace },
      });
    case "s3":
      return new DataTerraformRemoteStateS3(scope, id, s3Settings(workspace, props));
    case "local":
      return new DataTerraformRemoteStateLocal(scope, id, { path: localPath(workspace) });
  }
}

const s3Settings = (workspace: string, props: Extract<StateBackendProps, { type: "s3" }>) => ({
  bucket: props.bucket,
  key: `${workspace}.tfstate`,
  region: props.region,
  kmsKeyId: props.kmsKeyArn,
  encrypt: true,
});

/**
 * Path of a local state. Terraform runs in `cdktf.out/stacks/<stack>`, which a synth may replace, so state
 * stays outside it.
 */
const localPath = (workspace: string) => `../../../terraform-state/${workspace}.tfstate`;

type HcpTerraform = Extract<StateBackendProps, { type: "cloud" }>;

/**
 * Terraform's `cloud` block with one named workspace.
 *
 * Own class, because CDKTF's runs `terraform version` once per stack during synth.
 *
 * @see https://developer.hashicorp.com/terraform/language/terraform#terraform-cloud
 */
class HcpTerraformBackend extends TerraformBackend {
  constructor(
    scope: TerraformStack,
    private readonly workspace: string,
    private readonly props: HcpTerraform,
  ) {
    super(scope, "backend", "cloud");
  }

  override toTerraform() {
    const { organization, project, hostname } = this.props;
    return {
      terraform: { cloud: { organization, hostname, workspaces: { name: this.workspace, project } } },
    };
  }

  override toMetadata() {
    return { ...(super.toMetadata() as object), cloud: this.props.hostname ? "tfe" : "tfc" };
  }

  protected override synthesizeAttributes() {
    return {};
  }

  /** Stacks read each other through `readRemoteState` only, so that every output that crosses is declared. */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error(`${this.workspace}: an attribute of another stack was used; publish an output instead`);
  }
}
