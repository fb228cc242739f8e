import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import type { Construct } from "constructs";
import { plainSize } from "../../../settings/products/resources/approval";
import { DATABASE_CLASSES } from "../../../settings/products/resources/database-classes";
import type { InstanceSettings } from "../../../settings/products/resources/mysql";
import { connectionsAlarm, diskAlarm, processorAlarm } from "./alarms";
import { commonOf, type CommonProps, DATABASE_NAME, MASTER, WINDOWS } from "./common";
import type { Engine } from "./engines";
import type { MadeDatabase } from "./made-database";

interface InstanceProps extends CommonProps {
  readonly engine: Engine;
  readonly settings: InstanceSettings & { readonly version: number };
}

/**
 * Database in an instance of RDS, which has a second one in another zone where the settings say so.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
 */
export function databaseInstance(scope: Construct, props: InstanceProps): MadeDatabase {
  const { engine, settings, name, live } = props;
  const { class: size = "db.t4g.micro", storageGib = 20, multiZone = live, insights = false } = settings;
  const instanceClass = plainSize(size);

  const instance = new DbInstance(scope, "instance", {
    ...commonOf(props),
    identifier: name,
    engine: engine.name,
    engineVersion: String(settings.version),
    autoMinorVersionUpgrade: true,
    parameterGroupName: parameters(scope, props).name,
    instanceClass,
    allocatedStorage: storageGib,
    maxAllocatedStorage: 2 * storageGib,
    storageType: "gp3",
    dbName: DATABASE_NAME,
    username: MASTER,
    multiAz: multiZone,
    publiclyAccessible: false,
    backupWindow: WINDOWS.backup,
    maintenanceWindow: WINDOWS.maintenance,
    ...(insights
      ? {
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: props.keyArn,
          performanceInsightsRetentionPeriod: 7,
        }
      : {}),
  });
  const dimensions = { DBInstanceIdentifier: name };
  return {
    host: instance.address,
    readerHost: instance.address,
    resourceId: instance.resourceId,
    secretArn: instance.masterUserSecret.get(0).secretArn,
    alarms: [
      processorAlarm(dimensions),
      diskAlarm(dimensions, storageGib),
      connectionsAlarm(dimensions, engine.connectionsPerGib * DATABASE_CLASSES[instanceClass].memoryGib),
    ],
    ready: [instance],
  };
}

/** Parameters of the engine. A new major version has a group of its own before the old one goes. */
const parameters = (
  scope: Construct,
  { engine, settings: { version }, name }: InstanceProps,
): DbParameterGroup =>
  new DbParameterGroup(scope, "parameters", {
    name: `${name}-${String(version).replace(".", "-")}`,
    family: `${engine.name}${version}`,
    parameter: [{ ...engine.overTls }],
    lifecycle: { createBeforeDestroy: true },
  });
