import { ElasticacheParameterGroup } from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { Construct } from "constructs";
import { tenantCacheName } from "../../names/tenant-resource-names";
import { plainSize } from "../../settings/products/resources/approval";
import type { RedisConfig } from "../../settings/products/resources/redis";
import { ACTIONS } from "./actions";
import { resourceAlarm } from "./alarm";
import { door } from "./database/place";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantRedisProps extends ResourceParts {
  readonly name: string;
  readonly settings: RedisConfig;
}

/** Port of Valkey. */
export const VALKEY_PORT = 6379;

const ENGINE = "valkey";

/** Per cent of a processor or of the memory that is much. */
const MUCH = 90;

/**
 * Cache of Valkey of a tenant, to which pods sign in with a token of their role. It has no password and no user but this one.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export class TenantRedis extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantRedisProps) {
    super(scope, id);
    const { place, name, region, accountId } = props;
    const cacheName = tenantCacheName(place, name);
    const arn = (type: string) => `arn:aws:elasticache:${region}:${accountId}:${type}:${cacheName}`;

    const cache = this.cache(cacheName, props);
    this.alarms(cacheName, props);
    this.offer = {
      config: {
        HOST: cache.primaryEndpointAddress,
        READER_HOST: cache.readerEndpointAddress,
        PORT: String(VALKEY_PORT),
        USER: cacheName,
        CACHE: cacheName,
      },
      permissions: [{ actions: ACTIONS.cache, resources: [arn("replicationgroup"), arn("user")] }],
      after: [cache],
    };
  }

  private cache(name: string, props: TenantRedisProps): ElasticacheReplicationGroup {
    const { settings, live, kept, keyArn, network, place } = props;
    const { node = "cache.t4g.micro", snapshotDays = live ? 7 : 0 } = settings;
    const nodes = nodesOf(props);
    const securityGroup = door(this, { ...props, name, port: VALKEY_PORT });
    const subnets = new ElasticacheSubnetGroup(this, "subnets", { name, subnetIds: [...network.subnetIds] });

    return new ElasticacheReplicationGroup(this, "cache", {
      replicationGroupId: name,
      description: `${props.name} of ${place.namespace}`,
      engine: ENGINE,
      engineVersion: String(settings.version),
      autoMinorVersionUpgrade: "true",
      parameterGroupName: this.parameters(name, settings).name,
      nodeType: plainSize(node),
      numCacheClusters: nodes,
      automaticFailoverEnabled: nodes > 1,
      multiAzEnabled: nodes > 1,
      port: VALKEY_PORT,
      subnetGroupName: subnets.name,
      securityGroupIds: [securityGroup.id],
      userGroupIds: [this.users(name).userGroupId],
      transitEncryptionEnabled: true,
      transitEncryptionMode: "required",
      atRestEncryptionEnabled: "true",
      kmsKeyId: keyArn,
      snapshotRetentionLimit: snapshotDays,
      snapshotWindow: "02:00-03:00",
      maintenanceWindow: "sun:04:00-sun:05:00",
      // A name of its own for each life of the cache: AWS keeps a snapshot, and refuses a second of its name.
      finalSnapshotIdentifier: `${name}-final-${securityGroup.id}`,
      applyImmediately: !live,
      lifecycle: { preventDestroy: kept },
    });
  }

  /** User of the cache's own name, as AWS asks of those who sign in with a role, and the group that lets it alone in. */
  private users(name: string): ElasticacheUserGroup {
    const user = new ElasticacheUser(this, "user", {
      userId: name,
      userName: name,
      engine: ENGINE,
      accessString: "on ~* +@all -@admin",
      authenticationMode: { type: "iam" },
    });
    return new ElasticacheUserGroup(this, "users", {
      userGroupId: name,
      engine: ENGINE,
      userIds: [user.userId],
    });
  }

  /** Parameters of the engine. A new major version has a group of its own before the old one goes. */
  private parameters(
    name: string,
    { version, eviction = "volatile-lru" }: RedisConfig,
  ): ElasticacheParameterGroup {
    const family = `${ENGINE}${Math.trunc(version)}`;
    return new ElasticacheParameterGroup(this, "parameters", {
      name: `${name}-${family}`,
      family,
      parameter: [{ name: "maxmemory-policy", value: eviction }],
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html */
  private alarms(cacheName: string, props: TenantRedisProps): void {
    const { name, place, alarmTopicArn } = props;
    const measures = { CPUUtilization: "processor", DatabaseMemoryUsagePercentage: "memory" };
    for (let node = 1; node <= nodesOf(props); node += 1) {
      for (const [metric, of] of Object.entries(measures)) {
        resourceAlarm(this, `${of}-${node}`, {
          name: `${cacheName} ${of} ${node}`,
          description: `Node ${node} of cache ${name} of ${place.namespace} uses ${MUCH} per cent of its ${of}`,
          namespace: "AWS/ElastiCache",
          metric,
          dimensions: { CacheClusterId: `${cacheName}-${String(node).padStart(3, "0")}` },
          statistic: "Average",
          threshold: MUCH,
          topicArn: alarmTopicArn,
        });
      }
    }
  }
}

const nodesOf = ({ settings: { multiZone }, live }: TenantRedisProps): number =>
  (multiZone ?? live) ? 2 : 1;
