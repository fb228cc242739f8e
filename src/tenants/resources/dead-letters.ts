import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { tenantDeadLettersName } from "../../names/tenant-resource-names";
import { MESSAGE_ACTIONS } from "./actions";
import { overTlsAlone } from "./over-tls-alone";
import type { ResourceParts } from "./resource-parts";

export interface DeadLettersProps extends ResourceParts {
  /** Name of the queue in the file. */
  readonly name: string;
  readonly fifo: boolean;

  /** ARN of the queue, whose messages alone come here. */
  readonly sourceArn: string;
}

/** Seconds for which dead letters stay: the fourteen days that SQS allows, so that people have time for them. */
const RETENTION_SECONDS = 1_209_600;

/** Queue for messages with which applications failed several times. */
export class DeadLetters extends Construct {
  readonly arn: string;
  readonly name: string;
  readonly ready: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    const { place, fifo, keyArn, kept, region, accountId, sourceArn } = props;
    this.name = tenantDeadLettersName(place, props.name, fifo);
    this.arn = `arn:aws:sqs:${region}:${accountId}:${this.name}`;

    const queue = new SqsQueue(this, "queue", {
      name: this.name,
      ...(fifo ? { fifoQueue: true } : {}),
      kmsMasterKeyId: keyArn,
      messageRetentionSeconds: RETENTION_SECONDS,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [sourceArn] }),
      lifecycle: { preventDestroy: kept },
    });
    new SqsQueuePolicy(this, "policy", {
      queueUrl: queue.url,
      policy: overTlsAlone(this.arn, MESSAGE_ACTIONS, []),
    });
    this.ready = [queue];
  }
}
