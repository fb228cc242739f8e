import { TerraformDataSource, TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/** A provider of the Terraform registry without published bindings. */
export interface RegistryProvider {
  readonly name: string;

  /** Address in the registry: `<namespace>/<name>`. */
  readonly source: string;

  /** Exact version. */
  readonly version: string;
}

/** Arguments as the provider's documentation names them; `undefined` leaves one out. */
export type Arguments = Readonly<Record<string, unknown>>;

const metadata = ({ name, version }: RegistryProvider) => ({
  providerName: name,
  providerVersion: version,
  providerVersionConstraint: version,
});

/**
 * Configures a provider without bindings. Its credentials come from the environment in which Terraform runs.
 */
export class RegistryProviderBlock extends TerraformProvider {
  constructor(
    scope: Construct,
    provider: RegistryProvider,
    private readonly given: Arguments = {},
  ) {
    super(scope, provider.name, {
      terraformResourceType: provider.name,
      terraformProviderSource: provider.source,
      terraformGeneratorMetadata: metadata(provider),
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.given };
  }
}

/** A resource of a provider without bindings. Its caller gives the arguments their types. */
export class RegistryResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    provider: RegistryProvider,
    type: string,
    private readonly given: Arguments,
  ) {
    super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: metadata(provider) });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.given };
  }
}

/** A data source of a provider without bindings. Its subclass gives the arguments their types. */
export abstract class RegistryData extends TerraformDataSource {
  constructor(
    scope: Construct,
    id: string,
    provider: RegistryProvider,
    type: string,
    private readonly given: Arguments,
  ) {
    super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: metadata(provider) });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.given };
  }
}
