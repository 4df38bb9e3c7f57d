/// The style of the page, the files `*.css` of `Parts`: colours as variables for light and dark,
/// print in light.
///
/// Lines and areas take the palette of Okabe and Ito ("Color Universal Design", 2008), which
/// readers with any common colour vision tell apart; dashes and hatches say the same again. The
/// surface of a heat map is eight steps of one hue, from that of the paper on; the letters on each
/// keep a contrast of 4.5.
enum PageStyle {
  /// The whole style sheet.
  static let text = [
    PackageResources.colours_css, PackageResources.layout_css, PackageResources.tables_css,
    PackageResources.pictures_css, PackageResources.heat_css, PackageResources.bands_css,
    PackageResources.media_css,
  ].map(PagePart.textWithoutLineEnd).joined(separator: "\n")
}
