/** Whether a JUnit report is as Jenkins' schemas have it; see tests/schemas/SOURCES.md. */
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** What is wrong with it; empty when nothing is. */
export async function schemaErrors(xml: string, schema: 'junit-10' | 'junit-10-with-lines'): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: `${schema}.xsd`, contents: readFileSync(`tests/schemas/${schema}.xsd`, 'utf8') }],
  });
  return errors.map(({ message }) => message);
}
