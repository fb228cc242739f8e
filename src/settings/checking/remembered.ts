/** Reads each text once, however many rules of however many environments ask about it. */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) {
      return known as Answer;
    }
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}
