import type { ITerraformDependable } from "cdktf";
import type { Alarm } from "./alarms";

/** Database as the rest of a tenant's stack knows it. */
export interface MadeDatabase {
  readonly host: string;

  /** Host of the instances that answer queries alone; that of all where there are none. */
  readonly readerHost: string;

  /** Id by which policies of IAM name it. AWS chooses it. */
  readonly resourceId: string;

  /** ARN of the secret of its master. */
  readonly secretArn: string;
  readonly alarms: readonly Alarm[];
  readonly ready: readonly ITerraformDependable[];
}
