import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/scene/display-list.js';
import { escapeXml, paintSvg } from '../../../src/scene/svg.js';

const list = (...shapes: Shape[]) => ({ width: 100, height: 50, background: '#FFFFFF', shapes });
const text = (value: string): Shape => ({ kind: 'text', x: 1, y: 2, text: value, size: 11, fill: '#000000' });

describe('the SVG painter', () => {
  it('escapes names from strangers', () => {
    const svg = paintSvg(list(text('<script>alert("1")</script> & co')), { title: '</title><script>' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co');
    expect(svg).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
  });

  it('replaces what XML cannot say and what turns the reading direction', () => {
    expect(escapeXml('a\u0000b\u001B[31mc\u202Ed\uD800e')).toBe('a\uFFFDb\uFFFD[31mc\uFFFDd\uFFFDe');
  });

  it('keeps Korean and pictures beyond the basic plane', () => {
    expect(escapeXml('카카오톡 🔥')).toBe('카카오톡 🔥');
  });

  it('draws a whole turn as a circle and a part of it as an arc', () => {
    const arc = (to: number): Shape => ({
      kind: 'arc',
      x: 10,
      y: 10,
      radius: 5,
      from: 0,
      to,
      stroke: '#000',
      lineWidth: 1,
    });
    expect(paintSvg(list(arc(1)), { title: '' })).toContain('<circle r="5"');
    expect(paintSvg(list(arc(0.25)), { title: '' })).toContain('d="M0,-5A5,5,0,0,1,5,0"');
  });

  it('writes a texture once, however often it is used', () => {
    const hatched: Shape = {
      kind: 'rect',
      x: 0,
      y: 0,
      width: 5,
      height: 5,
      fill: '#fff',
      hatch: 'diagonal',
      ink: '#000',
    };
    const svg = paintSvg(list(hatched, hatched), { title: '' });
    expect(svg.match(/<pattern/g)).toHaveLength(1);
    expect(svg.match(/url\(#diagonal-000\)/g)).toHaveLength(2);
  });

  it('has a title and a description and loads nothing', () => {
    const svg = paintSvg(list(text('x')), { title: 'Stage', description: 'At 15:22' });
    expect(svg).toContain('<desc>At 15:22</desc>');
    expect(svg).not.toMatch(/href|url\(http|@import|foreignObject/);
  });
});
