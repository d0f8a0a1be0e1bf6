/**
 * Asks a question that tells something on its way. That comes through a channel of its own, and so may come after the answer:
 * then it is old, and not told.
 */
export async function toldUntilAnswered<Told extends unknown[], Answer>(
  tell: (...told: Told) => void,
  question: (tell: (...told: Told) => void) => Promise<Answer>,
): Promise<Answer> {
  let answered = false;
  try {
    return await question((...told) => {
      if (!answered) tell(...told);
    });
  } finally {
    answered = true;
  }
}
