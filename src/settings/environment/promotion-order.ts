/** Place of an environment in the order of promotion. */
export interface PromotionPlace {
  /** Environment that images come from; `false` for the first one. */
  readonly previous: string | false;

  /** Environment that images go on to; `false` for the last one. */
  readonly next: string | false;

  /** True if it gets images as soon as they are built. */
  readonly isFirst: boolean;
}

/**
 * Place of an environment in the organisation's order. An environment outside the order has no neighbours.
 */
export function promotionPlace(environment: string, order: readonly string[]): PromotionPlace {
  const place = order.indexOf(environment);
  const at = (index: number) => (place >= 0 && order[index]) || false;

  return { previous: at(place - 1), next: at(place + 1), isFirst: place === 0 };
}
