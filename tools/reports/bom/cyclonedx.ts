import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { type Component, identity, type Kind } from "./component";
import type { Inventory } from "./inventory";
import { newestOf } from "./newest";
import { packageUrl } from "./package-url";

/** Values that distinguish two documents about the same inventory; each is absent unless given. */
export interface DocumentMarks {
  readonly timestamp: Date | undefined;

  /** Serial number, `urn:uuid:…`. */
  readonly serialNumber: string | undefined;
}

const TYPES: Readonly<Record<Kind, Enums.ComponentType>> = {
  chart: Enums.ComponentType.Application,
  image: Enums.ComponentType.Container,
  "eks-addon": Enums.ComponentType.Application,
  provider: Enums.ComponentType.Library,
  module: Enums.ComponentType.Library,
};

/** Prefix of properties. */
const PREFIX = "govuk:platform";

/**
 * An inventory as CycloneDX 1.6 in JSON: the same bytes for the same inventory.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function asCycloneDx({ components }: Inventory, { timestamp, serialNumber }: DocumentMarks): string {
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      timestamp,
      component: new Models.Component(Enums.ComponentType.Platform, "govuk-platform", {
        bomRef: "govuk-platform",
      }),
    }),
    serialNumber,
  });
  components.forEach((component) => bom.components.add(modelOf(component)));

  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 });
}

function modelOf(component: Component): Models.Component {
  const { kind, name, version, digest, own } = component;
  return new Models.Component(TYPES[kind], name, {
    bomRef: identity(component).trimEnd().replaceAll(" ", "/"),
    version: version ?? digest,
    // Our own components are not published.
    purl: own ? undefined : packageUrl(component),
    hashes: new Models.HashDictionary(
      digest === undefined ? [] : [[Enums.HashAlgorithm["SHA-256"], digest.replace(/^sha256:/, "")]],
    ),
    properties: new Models.PropertyRepository(
      Object.entries(propertiesOf(component)).map(
        ([property, value]) => new Models.Property(`${PREFIX}:${property}`, value),
      ),
    ),
  });
}

function propertiesOf(component: Component): Record<string, string> {
  const newest = newestOf(component);
  return {
    kind: component.kind,
    environments: component.environments.join(","),
    ...(newest && { newest: newest.version, "newest-seen": newest.seen }),
  };
}
