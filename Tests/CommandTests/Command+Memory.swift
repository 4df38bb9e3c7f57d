import Foundation

extension Command {
  /// The most memory that `nostro` had in use while it ran, in bytes: what `wait4` says of it.
  ///
  /// - Parameter arguments: Files among them with their whole paths; it writes to nowhere.
  static func peakMemory(of arguments: [String]) throws -> Int {
    let program = try program().path
    var words = ([program] + arguments as [String]).map { strdup($0) } + [nil]
    var settings = (["COLUMNS=80", "HOME=/nonexistent"] as [String]).map { strdup($0) } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    var identifier = pid_t()
    guard posix_spawn(&identifier, program, &actions, nil, &words, &settings) == 0 else {
      throw Failure.notBuilt("'nostro' does not start")
    }
    var (status, usage) = (Int32(), rusage())
    guard wait4(identifier, &status, 0, &usage) == identifier, status == 0 else {
      throw Failure.ended(arguments, status)
    }
    #if os(Linux)
      return Int(usage.ru_maxrss) * 1_024
    #else
      return Int(usage.ru_maxrss)
    #endif
  }
}
