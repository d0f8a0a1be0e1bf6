/** `2d4h30m`: seconds as a file would say them; parts of a microsecond are dropped. */
export function writeDuration(seconds: number): string {
  let rest = seconds;
  let text = '';
  for (const [unit, size] of [
    ['d', 86400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) text += `${whole}${unit}`;
  }
  const last = Number(rest.toFixed(6));
  return last > 0 || text === '' ? `${text}${last}s` : text;
}
