import Mustache

/// The text of the page as mustache templates, the files `*.html` of `Parts`.
///
/// `{{name}}` is escaped; `{{{name}}}` is markup that this module drew or wrote itself.
///
/// Rendering escapes all text but what a template marks as markup; what is marked so was made by
/// `Drawing`.
enum PageTemplate {
  /// The page with its values filled in.
  static func render(_ page: PageView) -> String {
    do {
      var library = MustacheLibrary()
      try library.register(PagePart.text(PackageResources.section_html), named: "section")
      try library.register(PagePart.text(PackageResources.figure_html), named: "figure")
      try library.register(PagePart.text(PackageResources.table_html), named: "table")
      // A title that leads to its definition where there is one, in the middle of a line.
      try library.register(
        PagePart.textWithoutLineEnd(PackageResources.linked_html), named: "linked")
      try library.register(PagePart.text(PackageResources.page_html), named: "page")
      guard let text = library.render(page, withTemplate: "page") else {
        preconditionFailure("the page's template is registered")
      }
      return text
    } catch {
      preconditionFailure("a template of the page does not parse: \(error)")
    }
  }
}
