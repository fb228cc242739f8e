import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { alarmName, DATABASE_ALARMS } from "../names/alarm-names";

export interface DatabaseAlarmsProps {
  readonly clusterName: string;

  /** Add-on that uses the database. */
  readonly addon: string;

  /** Identifiers of the Aurora cluster and its instance. */
  readonly clusterIdentifier: string;
  readonly instanceIdentifier: string;
  readonly topicArn: string;
}

const GIBIBYTE = 1024 ** 3;

/** Properties of an alarm that say what it watches. */
type Watched = Required<
  Pick<
    CloudwatchMetricAlarmConfig,
    "metricName" | "dimensions" | "statistic" | "comparisonOperator" | "threshold" | "alarmDescription"
  >
>;

/**
 * Alarms that an add-on's database is out of processor time, grows beyond what the add-on should need, or has
 * little of the local storage left that it sorts and indexes in.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 */
export class DatabaseAlarms extends Construct {
  constructor(scope: Construct, id: string, props: DatabaseAlarmsProps) {
    super(scope, id);
    const { clusterName, addon, topicArn } = props;

    const watched = watchedOf(props);

    for (const measure of DATABASE_ALARMS) {
      new CloudwatchMetricAlarm(this, measure, {
        ...watched[measure],
        alarmName: alarmName.database(clusterName, addon, measure),
        namespace: "AWS/RDS",
        period: 300,
        evaluationPeriods: 3,
        // A paused database reports nothing.
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
      });
    }
  }
}

const watchedOf = ({
  clusterName,
  addon,
  clusterIdentifier,
  instanceIdentifier,
}: DatabaseAlarmsProps): Readonly<Record<(typeof DATABASE_ALARMS)[number], Watched>> => ({
  cpu: {
    alarmDescription: `The processor of ${clusterName}'s ${addon} database is busy`,
    metricName: "CPUUtilization",
    dimensions: { DBClusterIdentifier: clusterIdentifier },
    statistic: "Average",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 80,
  },
  storage: {
    alarmDescription: `${clusterName}'s ${addon} database is larger than it should become`,
    metricName: "VolumeBytesUsed",
    dimensions: { DBClusterIdentifier: clusterIdentifier },
    statistic: "Maximum",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 50 * GIBIBYTE,
  },
  "local-storage": {
    alarmDescription: `${clusterName}'s ${addon} database has little local storage left`,
    metricName: "FreeLocalStorage",
    dimensions: { DBInstanceIdentifier: instanceIdentifier },
    statistic: "Minimum",
    comparisonOperator: "LessThanThreshold",
    threshold: GIBIBYTE,
  },
});
