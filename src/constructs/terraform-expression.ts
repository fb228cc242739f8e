import { type TerraformDataSource, TerraformResource } from "cdktf";

/**
 * Address of a resource or data source for use inside a hand-written expression, without `${}` of its own.
 */
export function addressOf(element: TerraformResource | TerraformDataSource): string {
  const address = `${element.terraformResourceType}.${element.friendlyUniqueId}`;

  return TerraformResource.isTerraformResource(element) ? address : `data.${address}`;
}
