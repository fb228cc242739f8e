/** Where an environment stands on the way of images through all of them. */
export interface PromotionPlace {
  /** The environment that images come from; `false` for the first one. */
  readonly previous: string | false;

  /** The environment that images go on to; `false` for the last one. */
  readonly next: string | false;

  /** Whether images come to it as soon as they are built. */
  readonly isFirst: boolean;
}

/** Finds an environment in the organisation's order. Nothing comes to, or goes on from, one that is not in it. */
export function promotionPlace(environment: string, order: readonly string[]): PromotionPlace {
  const place = order.indexOf(environment);
  const at = (index: number) => (place >= 0 && order[index]) || false;

  return { previous: at(place - 1), next: at(place + 1), isFirst: place === 0 };
}
