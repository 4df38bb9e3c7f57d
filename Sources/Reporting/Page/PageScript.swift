/// The one script of the page, the file `sort.js` of `Parts`: a press on a column's title sorts the
/// table by it.
///
/// The page needs it for nothing else. Its policy lets this one text run, by its digest, and no
/// other; where whoever serves the page allows no script at all (`default-src 'none'`), the
/// titles simply stay titles.
enum PageScript {
  /// What the page may load and run: its own style, pictures in itself, and this script.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-\(digest)'"

  /// SHA-256 of `text` in base 64; a test works it out anew.
  static let digest = "/soAalp3m8/shwEMttmxkFAMLaZ+eDwx9B+teeLt+7w="

  /// The lines of the file without their ends, since the page bears them as one.
  ///
  /// Rows that share a heading get one each before they are put in another order.
  static let text = PagePart.text(PackageResources.sort_js)
    .split(separator: "\n").joined()
}
