import { describe, expect, it } from 'vitest';
import { lessonHtml } from '../../../../src/workshop/text/lesson-html.js';

describe('lessonHtml', () => {
  it('makes paragraphs, lists, tables and numbers to scrub', () => {
    expect(lessonHtml('A **bold** 한글.\n\n- one\n- two')).toBe(
      '<p>A <strong>bold</strong> 한글.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n',
    );
    expect(lessonHtml('| a |\n|---|\n| 1 |')).toContain('<td>1</td>');
    expect(lessonHtml('with [[spare]] left', { scrub: () => '30 %' })).toBe(
      '<p>with <span data-scrub="spare">30 %</span> left</p>\n',
    );
  });

  it('takes a tilde between numbers for what it is in Korean, and two for a line through', () => {
    expect(lessonHtml('점검은 4~5시간, 대용량은 12~13시간')).toBe('<p>점검은 4~5시간, 대용량은 12~13시간</p>\n');
    expect(lessonHtml('~~not this~~')).toBe('<p><del>not this</del></p>\n');
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['a <img src=x onerror=alert(1)> b', '&lt;img'],
    ['[x](javascript:alert(1))', '<p>x</p>'],
    ['[x](data:text/html,hi)', '<p>x</p>'],
    ['![pic](https://example.org/x.png)', '<p>pic</p>'],
    ['[x](https://example.org/?a="b")', 'href="https://example.org/?a=&quot;b&quot;"'],
  ])('shows what could act: %s', (markdown, html) => {
    const made = lessonHtml(markdown);
    expect(made).toContain(html);
    expect(made).not.toMatch(/<(script|img|iframe)/);
  });
});
