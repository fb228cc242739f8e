import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import { RandomPassword } from "../../constructs/random-password";
import { tenantSecretName } from "../../names/tenant-resource-names";
import type { SecretConfig } from "../../settings/products/resources/secret";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantSecretProps extends ResourceParts {
  readonly name: string;
  readonly settings: SecretConfig;
}

/** Days in which a removed secret can be restored, and its name stays taken. */
const RECOVERY_DAYS = { kept: 30, other: 7 };

/**
 * Secret of a tenant. A password that AWS makes goes into Secrets Manager and nowhere else: Terraform writes it to no state and
 * no plan.
 *
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 */
export class TenantSecret extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantSecretProps) {
    super(scope, id);
    const { place, name, settings, keyArn, kept } = props;
    const secretName = tenantSecretName(place, "secret", name);
    const { generate } = settings;

    const secret = new SecretsmanagerSecret(this, "secret", {
      name: secretName,
      kmsKeyId: keyArn,
      recoveryWindowInDays: kept ? RECOVERY_DAYS.kept : RECOVERY_DAYS.other,
      lifecycle: { preventDestroy: kept },
    });
    const password = generate && new RandomPassword(this, "password", { length: generate.length ?? 40 });
    const version =
      password &&
      new SecretsmanagerSecretVersion(this, "version", {
        secretId: secret.id,
        secretStringWo: JSON.stringify({ password: password.value }),
        secretStringWoVersion: generate.version ?? 1,
      });

    this.offer = {
      config: { NAME: secretName },
      permissions: [],
      copies: [{ path: secretName, name: `secret-${name}` }],
      after: [version ?? secret],
    };
  }
}
