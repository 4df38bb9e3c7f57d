// What `import Nostro` brings: every layer that a Swift program is built on, from times and money to
// the files of a run. The example is in `Sources/Nostro.docc/FromSwift.md`.
//
// An attribute with an underscore may change between compilers. It stands in this file alone, on which
// no layer depends, and each layer can be imported by its own name, since the product lists them:
// without it this file would be emptied, and programs would write one line for each layer.
@_exported public import Bookkeeping
@_exported public import Calendars
@_exported public import Chance
@_exported public import EventKernel
@_exported public import Experiments
@_exported public import Liquidity
@_exported public import Measures
@_exported public import Outcomes
@_exported public import Reporting
@_exported public import Scenarios
@_exported public import Settlement
@_exported public import Vocabulary
