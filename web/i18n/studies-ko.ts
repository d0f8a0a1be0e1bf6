/** 한국어: 여러 번 실행하는 화면의 글. */
import type { studiesEn } from './studies-en.js';

export const studiesKo: Readonly<Record<keyof typeof studiesEn, string>> = {
  'view.matrix': '만약에',
  'matrix.label': '하나씩 멈춘다면',
  'matrix.title': '하나씩 멈춘다면? (N-1)',
  'matrix.how':
    '각 행은 파일의 장애 대신, 그 첫 장애 시각에 홀로 멈추는 대상입니다. 원의 크기는 잃은 사용자 시간, ✓와 ✗는 기대치 결과입니다. 누르면 그 실행이 가장 나쁜 순간에서 열립니다.',
  'matrix.keys': '화살표 키로 칸을 옮기고 Enter로 그 칸의 실행을 엽니다.',
  'matrix.fails': '멈추는 대상',
  'matrix.kinds': '멈추게 할 대상',
  'matrix.kinds.site': '데이터센터',
  'matrix.kinds.zone': '구역',
  'matrix.kinds.link': '회선',
  'matrix.kinds.service': '공용 서비스',
  'matrix.kind.site': '데이터센터',
  'matrix.kind.zone': '구역',
  'matrix.kind.link': '회선',
  'matrix.kind.service': '서비스',
  'matrix.cell': '{name}, {layout}: 잃은 사용자 시간 {hours}, {verdict}',
  'matrix.untouched': '영향 없음',
  'matrix.case': '이 칸의 설명',
  'matrix.about': '{name}, {layout}',
  'matrix.told': '손실 {lost}, 중단된 서비스 {down}개',
  'matrix.open': '이 실행을 가장 나쁜 순간에서 열기',
  'matrix.progress': '{of}회 중 {done}회 실행',
  'matrix.done': '실행 완료: {count}회',
  'matrix.goOn': '계속',
  'verdict.none': '해당하는 기대치 없음',
  'failing.label': '대신 멈추는 대상',
  'failing.instead': '파일의 장애 대신 멈춤: {name}',
  'failing.toMatrix': '모든 경우 보기',
};
