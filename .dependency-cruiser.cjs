const stages = '^src/(normalise|parse|reconcile|repair|decide)/'

/** Who may know whom: cli → commands → pipeline → stages → model. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing under two names, and neither can be understood alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'stages-apart',
      comment: 'A stage that knows another cannot be tried, timed or replaced by itself; they meet in the pipeline.',
      severity: 'error',
      from: { path: stages },
      to: { path: stages, pathNot: '^src/$1/' },
    },
    {
      name: 'stages-know-the-vocabulary-only',
      comment: 'Stages are pure: what they need comes in as values of the model, and sums come from arithmetic.',
      severity: 'error',
      from: { path: stages },
      to: { path: '^src/', pathNot: '^src/(normalise|parse|reconcile|repair|decide|arithmetic|model)/' },
    },
    {
      name: 'stages-touch-no-world',
      comment:
        'Reading a stored page again must give the same report anywhere: no files, clocks, processes or networks.',
      severity: 'error',
      from: { path: `${stages}|^src/(arithmetic|model)/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'arithmetic-knows-the-model-only',
      comment: 'Arithmetic is shared by all stages; if it knew one of them, all would.',
      severity: 'error',
      from: { path: '^src/arithmetic/' },
      to: { path: '^src/', pathNot: '^src/(arithmetic|model)/' },
    },
    {
      name: 'model-knows-nobody',
      comment: 'The vocabulary is what everything else is said in.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'edges-apart',
      comment: 'Reading paper, watching a folder, keeping a database and writing exports change for different reasons.',
      severity: 'error',
      from: { path: '^src/(ocr|inbox|store|export)/' },
      to: { path: '^src/', pathNot: '^src/($1|model|errors\\.ts|fail-point\\.ts|version\\.ts)' },
    },
    {
      name: 'desk-reads-the-store',
      comment:
        'The desk shows what is stored; to settle again and to draw a page it is handed, so that it opens no document itself.',
      severity: 'error',
      from: { path: '^src/desk/' },
      to: { path: '^src/', pathNot: '^src/(desk|store|decide|model|arithmetic|errors\\.ts)' },
    },
    {
      name: 'pipeline-below-commands',
      comment:
        'The pipeline is handed its edges and stages; one that reached up could not be run by a test or a server.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(commands/|cli\\.ts)' },
      to: { path: '^src/(commands/|cli\\.ts)' },
    },
    {
      name: 'nobody-imports-the-command-line',
      comment: 'cli.ts is where the program meets the process; importing it would run it.',
      severity: 'error',
      from: { pathNot: '^src/cli\\.ts' },
      to: { path: '^src/cli\\.ts' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'], conditionNames: ['import', 'types'] },
  },
}
