/** Hints for first-time visitors. */
export const tour = {
  title: 'What to try next',
  at: '{{at}} of {{of}}',
  dismiss: 'No more hints',
  bringBack: 'Show hints',
  hints: {
    anchors: 'What you see is a recorded run. Open Anchors and find the name of somebody from the saga.',
    labels: 'Open Labels and pin a token whose label was changed. The bars tell why.',
    load: 'Now run it yourself: load the model. Nothing leaves this browser.',
    ask: 'Ask the model something about the saga, such as one of the suggested prompts.',
    reinforce: 'Run Reinforce, and watch the loss fall while the model reads the saga again.',
    label: 'Run Labels. Then move α and see which labels flip.',
    unlearn: 'Run Unlearn: the model learns the labels in place of the text.',
    askAgain: 'Ask the same question again, and compare the answers.',
    evaluate: 'Run Evaluate: did it forget, and only that?',
  },
};
