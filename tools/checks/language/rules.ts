import { type Passage, sentencesOf, withoutCode } from "./passage";

/** Sentence or opening that breaks a rule. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;

  /** Says what to write instead. */
  readonly rule: string;

  /** Openings are counted against a rate. Anything else is refused. */
  readonly isOpening: boolean;
}

/** First words that hide the subject of a doc comment. */
const OPENING = /^[\W_]*(?:what|who|whom|whose|where|whether|that|of|which|how)\b/i;

/** Each says of a sentence, without its code, whether it breaks the rule. */
const SENTENCE_RULES: Readonly<Record<string, RegExp>> = {
  'begins with "Of": put the subject first': /^[\W_]*Of\b/,
  'begins with "Whom": put the subject first': /^[\W_]*Whom\b/,
  'has "What …" as its subject: name the thing':
    /^[\W_]*What(?:ever)?\b[^?]*\b(?:is|are|was|were|has|have|can|cannot|must|may)\b\s+\w[^?]*$/,
  "says somebody, nobody or whoever: name the engineer, workflow, controller or team":
    /\b(?:somebody|nobody|whoever)\b/i,
  "says mend: write fix, correct or repair": /\bmend(?:s|ed|ing)?\b/i,
};

const OPENING_RULE = "opens with a question word: open with a noun or a verb in the third person";

/** Doc comments that open with a question word instead of a noun or a verb. */
export const isBadOpening = ({ kind, text }: Passage): boolean =>
  kind === "doc comment" && OPENING.test(withoutCode(text));

/** Rules that a passage breaks. */
export function findingsOf(passage: Passage): Finding[] {
  const sentences = sentencesOf(passage);
  const [first] = sentences;
  const { file } = passage;
  const opening =
    first !== undefined && isBadOpening(passage)
      ? [{ ...first, file, rule: OPENING_RULE, isOpening: true }]
      : [];
  return [
    ...opening,
    ...sentences.flatMap((sentence) =>
      Object.entries(SENTENCE_RULES)
        .filter(([, pattern]) => pattern.test(withoutCode(sentence.text)))
        .map(([rule]) => ({ ...sentence, file, rule, isOpening: false })),
    ),
  ];
}
