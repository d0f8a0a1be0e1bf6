/** English, of the prediction poll. */
export const pollEn = {
  'poll.open': 'Poll for the wall',
  'poll.label': 'Poll',
  'poll.question': 'Question',
  'poll.back': 'Back to the lesson',
  'poll.over': 'Time is up: lock now.',
  'poll.collect': 'Collect the answers',
  'poll.how': 'How to answer',
  'poll.qr': 'The address as a picture of squares, for a camera',
  'poll.howNetwork':
    'In this network: point the camera of a phone at the squares. Predict, lock, and send the text that appears to the chat of the class, or show its squares.',
  'poll.noLinkFile': 'No link leads here: this page was opened from a file, and a phone cannot reach it.',
  'poll.noLinkHere': 'No link leads here: this page is served to this computer alone.',
  'poll.stepOpen': 'Open the file on your own computer or phone: Workshop, {code}, Predict.',
  'poll.stepLock': 'Answer, say how sure you are, lock, and write the six characters down.',
  'poll.stepSend': 'Send the text that appears to the chat of the class, hand in its file, or show its squares.',
  'poll.serve':
    'With a network, “firebreak serve --lan” gives the page an address that phones reach; opened by it, its squares appear here.',
  'poll.pick.set': 'Tick all that belong to it:',
  'poll.pick.order': 'Put them in order, the first first:',
  'poll.pick.one': 'Choose one:',
  'poll.number': 'A number from {least} to {most}, {unit}.',
  'poll.draw': 'Draw the curve over the empty chart.',
  'poll.sure': 'And how sure are you: 50, 70 or 90 %?',
  'poll.send': 'Send the prediction now (poll)',
  'poll.handInHow':
    'Paste this text into the chat of the class, hand in the file, or show the squares. It holds your nickname, the code of the group and your prediction, no score. What you hand in at the end of the lesson takes its place.',
  'collect.wall': 'Show on the wall',
  'collect.backFromWall': 'Back to collecting',
  'collect.answers': 'answers: {people}',
  'collect.tellTruth': 'Show what came true',
  'collect.coverTruth': 'Cover what came true',
} as const;
