import type { Organisation } from "../organisation/organisation";

/** HCP Terraform: one workspace per stack, named after it. */
export interface CloudBackendConfig {
  readonly type: "cloud";
  readonly organization: string;
  readonly project: string;

  /** @default "app.terraform.io" */
  readonly hostname?: string;
}

/** An S3 bucket with native locking: one object per stack. */
export interface S3BackendConfig {
  readonly type: "s3";
  readonly bucket: string;

  /** @default - the environment's region */
  readonly region?: string;

  /** ARN of the key that encrypts the state. */
  readonly kmsKeyArn: string;
}

/** Files beside the project, to try things out. */
export interface LocalBackendConfig {
  readonly type: "local";
}

export type BackendConfig = CloudBackendConfig | S3BackendConfig | LocalBackendConfig;

/** HCP Terraform. A rule refuses it where the organisation has none. */
export const defaultBackend = ({ name, terraformCloud }: Organisation): BackendConfig => ({
  type: "cloud",
  organization: name,
  project: terraformCloud === false ? name : terraformCloud.project,
});
