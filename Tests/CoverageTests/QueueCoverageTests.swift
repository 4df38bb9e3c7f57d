import Outcomes
import TestSupport
import Testing

@Suite(
  "Of 1,000 intervals of a waiting time at 95 %, 93 to 97 % hold the truth",
  .enabled(if: !Effort.isQuick))
struct QueueCoverageTests {
  @Test("M/M/1 at a fifth of its load, ten replications of 150 customers from the stationary state")
  func replications() {
    let truth = StationaryQueue.meanWait(load: 0.2)
    var coverage = Coverage()
    for experiment in 0..<UInt64(1_000) {
      var mean = RunningMean()
      for replication in 0..<UInt32(10) {
        var queue = StationaryQueue(load: 0.2, seed: experiment, replication: replication)
        mean.add(queue.waits(of: 150).reduce(0, +) / 150)
      }
      coverage.add(mean.estimate.interval, truth: truth)
    }
    #expect(Coverage.allowed.contains(coverage.percent), "\(coverage.percent) %")
  }

  /// By 20,000 runs of Lindley's recursion with another generator (SplitMix64), batches of 100, 200
  /// and 400 customers hold the truth in 92.4, 93.4 and 94.2 %: short ones depend on each other.
  @Test("M/M/1 at a third of its load, one run in ten batches of 400 customers")
  func batches() {
    let load = 1.0 / 3
    let truth = StationaryQueue.meanWait(load: load)
    var coverage = Coverage()
    for experiment in 0..<UInt64(1_000) {
      var queue = StationaryQueue(load: load, seed: 77_000 + experiment, replication: 0)
      let waits = queue.waits(of: 4_000)
      let batches = (0..<10).map { batch in
        waits[batch * 400..<batch * 400 + 400].reduce(0, +) / 400
      }
      let whole = waits.reduce(0, +) / 4_000
      let means = BatchMeans(whole: whole, values: batches.map { .value($0) }, isSum: false)
      coverage.add(means.estimate.interval, truth: truth)
    }
    #expect(Coverage.allowed.contains(coverage.percent), "\(coverage.percent) %")
  }

  @Test("Batches of three customers at a load of 0.9 depend on each other, and are told to")
  func dependentBatches() {
    var doubtful = 0
    for experiment in 0..<UInt64(50) {
      var queue = StationaryQueue(load: 0.9, seed: experiment, replication: 0)
      let waits = queue.waits(of: 60)
      let batches = (0..<20).map { waits[$0 * 3..<$0 * 3 + 3].reduce(0, +) / 3 }
      let means = BatchMeans(
        whole: waits.reduce(0, +) / 60, values: batches.map { .value($0) }, isSum: false)
      if !means.isTrusted { doubtful += 1 }
    }
    #expect(doubtful >= 45, "\(doubtful) of 50")
  }
}
