extension Folding {
  /// The letters of a scalar from U+0180 on that is a letter with marks; nil for any other. It folds as the letter does without them, so that it is
  /// the same whether it is written in one scalar or in several.
  static func unmarked(_ value: UInt32) -> String? {
    switch value {
    case 0x180..<0x250: letters(of: extendedB, value - 0x180)
    case 0x1E00..<0x1F00: letters(of: additional, value - 0x1E00)
    case 0x370..<0x500: greekAndCyrillic[value]
    default: nil
    }
  }

  private static func letters(of table: [UInt8], _ place: UInt32) -> String? {
    switch table[Int(place)] {
    case UInt8(ascii: "."): nil
    case UInt8(ascii: "&"): "ae"
    case UInt8(ascii: "%"): "ss"
    case let letter: String(Unicode.Scalar(letter))
    }
  }

  /// Latin Extended-B and Latin Extended Additional: the folded letter of each scalar, a full stop for what Unicode folds, `&` and `%` for two
  /// letters.
  private static let extendedB = Array(
    """
    ................................oo.............uu............................aaiioouuuuuuuuuu.aaaa&&..ggkkoooo..j...gg..nnaa&&oo\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................
    """.utf8)
  private static let additional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy.s..%.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """.utf8)

  /// Letters with marks, each followed by the letter that it folds to.
  private static let greekAndCyrillic: [UInt32: String] = {
    let pairs = Array(
      """
      ΆαΈεΉηΊιΌοΎυΏωΐιΪιΫυάαέεήηίιΰυϊιϋυόούυώωϓϒϔϒЀеЁеЃгЇіЌкЍиЎуЙийиѐеёеѓгїіќкѝиўуѶѵѷѵӁжӂжӐаӑаӒаӓаӖеӗеӚәӛәӜжӝжӞзӟзӢиӣиӤиӥиӦоӧо\
      ӪөӫөӬэӭэӮуӯуӰуӱуӲуӳуӴчӵчӸыӹы
      """.unicodeScalars)
    var table: [UInt32: String] = [:]
    for place in stride(from: 0, to: pairs.count - 1, by: 2) { table[pairs[place].value] = String(pairs[place + 1]) }
    return table
  }()
}
