import { describe, expect, it } from 'vitest';
import { momentText, sinceFault, timeOfDay, zoneText } from '../../../src/scene/moment-text.js';
import { estimateText, fitText } from '../../../src/scene/text-fit.js';
import { burning, MINUTE } from './burning-record.js';

describe('an instant in words', () => {
  const reading = burning();

  it('is the clock of the scenario, and the time since the first fault', () => {
    expect(timeOfDay(reading, 3 * MINUTE, true)).toBe('15:22:00');
    expect(sinceFault(reading, 3 * MINUTE)).toBe('T+00:00:00');
    expect(sinceFault(reading, 2 * MINUTE)).toBe('T−00:01:00');
    expect(sinceFault(reading, (3 + 127 * 60 + 30) * MINUTE)).toBe('T+127:30:00');
    expect(zoneText(reading)).toBe('KST');
  });

  it('bears its date unless that is the day of something near', () => {
    expect(momentText(reading, 0, 'en')).toBe('15 Oct 15:19');
    expect(momentText(reading, 0, 'ko')).toBe('10월 15일 15:19');
    expect(momentText(reading, 0, 'en', 60 * MINUTE)).toBe('15:19');
    expect(momentText(reading, 600 * MINUTE, 'en', 0)).toBe('16 Oct 01:19');
  });
});

describe('text in a room', () => {
  const room = { width: 60, lines: 2, size: 10 };

  it('is broken at spaces and cut with an ellipsis', () => {
    // 5.5 px a letter: ten letters fit.
    expect(fitText('short', room, estimateText)).toEqual(['short']);
    expect(fitText('Chatting text messages', room, estimateText)).toEqual(['Chatting', 'text mess…']);
    expect(fitText('unbreakable-name', room, estimateText)).toEqual(['unbreakab…', 'name']);
  });

  it('may be broken before a capital and after a hyphen', () => {
    expect(fitText('KakaoTalkPictures', { ...room, lines: 3 }, estimateText)).toEqual(['KakaoTalk', 'Pictures']);
    expect(fitText('object-storage', room, estimateText)).toEqual(['object-', 'storage']);
  });

  it('counts wide characters as wide', () => {
    expect(fitText('카카오톡 문자', room, estimateText)).toEqual(['카카오톡', '문자']);
    expect(fitText('카카오톡문자메시지', { ...room, lines: 1 }, estimateText)).toEqual(['카카오톡문…']);
  });

  it('breaks a long word of wide characters anywhere, but not a Latin one', () => {
    expect(fitText('카카오톡문자메시지', room, estimateText)).toEqual(['카카오톡문자', '메시지']);
    expect(fitText('Electronically signed', room, estimateText)).toEqual(['Electroni…', 'signed']);
  });

  it('is nothing where there is nothing', () => {
    expect(fitText('', room, estimateText)).toEqual([]);
  });
});
