/** 한국어, 예측 설문. */
import type { pollEn } from './poll-en.js';

export const pollKo: Readonly<Record<keyof typeof pollEn, string>> = {
  'poll.open': '벽에 띄울 설문',
  'poll.label': '설문',
  'poll.question': '질문',
  'poll.back': '레슨으로',
  'poll.over': '시간이 다 됐습니다. 지금 잠그세요.',
  'poll.collect': '답 모으기',
  'poll.how': '답하는 방법',
  'poll.qr': '주소의 QR 코드',
  'poll.howNetwork':
    '같은 네트워크에서 휴대전화 카메라로 찍으세요. 예측하고 잠근 뒤, 나오는 글자를 수업 채팅에 보내거나 QR 코드를 보여 주세요.',
  'poll.noLinkFile': '여기로 오는 링크가 없습니다. 파일로 연 페이지라 휴대전화에서 접속할 수 없습니다.',
  'poll.noLinkHere': '여기로 오는 링크가 없습니다. 이 컴퓨터에서만 열리는 주소입니다.',
  'poll.stepOpen': '각자 컴퓨터나 휴대전화에서 파일을 여세요: 워크숍, {code}, 예측.',
  'poll.stepLock': '답과 확신을 고르고 잠근 뒤, 여섯 글자를 적어 두세요.',
  'poll.stepSend': '나오는 글자를 수업 채팅에 보내거나, 파일로 내거나, QR 코드를 보여 주세요.',
  'poll.serve':
    '네트워크가 있으면 “firebreak serve --lan”으로 휴대전화가 접속할 주소를 만들 수 있습니다. 그 주소로 열면 여기에 QR 코드가 나옵니다.',
  'poll.pick.set': '해당하는 것을 모두 고르세요:',
  'poll.pick.order': '첫 번째부터 순서대로 놓으세요:',
  'poll.pick.one': '하나를 고르세요:',
  'poll.number': '{least}–{most} 사이의 수 ({unit}).',
  'poll.draw': '빈 그래프 위에 곡선을 그리세요.',
  'poll.sure': '얼마나 확신합니까: 50, 70, 90%?',
  'poll.send': '지금 예측 보내기 (설문)',
  'poll.handInHow':
    '이 글자를 수업 채팅에 붙여 넣거나, 파일로 내거나, QR 코드를 보여 주세요. 별명과 모임 코드, 예측이 들어 있고 점수는 없습니다. 레슨 끝에 내는 것이 이것을 대신합니다.',
  'collect.wall': '벽에 띄우기',
  'collect.backFromWall': '모으기로 돌아가기',
  'collect.answers': '답한 사람: {people}명',
  'collect.tellTruth': '실제 결과 보이기',
  'collect.coverTruth': '실제 결과 가리기',
};
