export const DOCUMENTS: readonly string[];
export function fillBlocks(text: string): string;
