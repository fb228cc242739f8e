import { Aspects, TerraformProvider, type TerraformStack } from "cdktf";

/** Asks for versions of providers, by name, in place of those that the bindings were generated from. */
export const requireProviders = (stack: TerraformStack, versions: Readonly<Record<string, string>>): void =>
  Aspects.of(stack).add({
    visit: (node) => {
      const name = TerraformProvider.isTerraformProvider(node) ? node.terraformResourceType : undefined;
      if (name !== undefined && Object.hasOwn(versions, name)) {
        stack.addOverride(`terraform.required_providers.${name}.version`, versions[name]);
      }
    },
  });
