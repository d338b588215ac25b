/// The named character references that articles use: those of HTML 4 for Latin letters and punctuation.
enum HTMLEntities {
  /// From the name without `&` and `;` to the text.
  static let named: [String: String] = {
    var table: [String: String] = [:]
    for (name, value) in scalars {
      if let scalar = Unicode.Scalar(value) { table[name] = String(Character(scalar)) }
    }
    return table
  }()

  private static let scalars: [(String, UInt32)] = [
    ("AElig", 0xC6), ("Aacute", 0xC1), ("Abreve", 0x102), ("Acirc", 0xC2), ("Agrave", 0xC0), ("Amacr", 0x100),
    ("Aogon", 0x104), ("Aring", 0xC5), ("Atilde", 0xC3), ("Auml", 0xC4), ("Cacute", 0x106), ("Ccaron", 0x10C),
    ("Ccedil", 0xC7), ("Ccirc", 0x108), ("Cdot", 0x10A), ("Dagger", 0x2021), ("Dcaron", 0x10E), ("Dstrok", 0x110),
    ("ENG", 0x14A), ("ETH", 0xD0), ("Eacute", 0xC9), ("Ecaron", 0x11A), ("Ecirc", 0xCA), ("Edot", 0x116),
    ("Egrave", 0xC8), ("Emacr", 0x112), ("Eogon", 0x118), ("Euml", 0xCB), ("Gbreve", 0x11E), ("Gcedil", 0x122),
    ("Gcirc", 0x11C), ("Gdot", 0x120), ("Hat", 0x5E), ("Hcirc", 0x124), ("Hstrok", 0x126), ("IJlig", 0x132),
    ("Iacute", 0xCD), ("Icirc", 0xCE), ("Idot", 0x130), ("Igrave", 0xCC), ("Imacr", 0x12A), ("Iogon", 0x12E),
    ("Itilde", 0x128), ("Iuml", 0xCF), ("Jcirc", 0x134), ("Kcedil", 0x136), ("Lacute", 0x139), ("Lcaron", 0x13D),
    ("Lcedil", 0x13B), ("Lmidot", 0x13F), ("Lstrok", 0x141), ("Nacute", 0x143), ("Ncaron", 0x147), ("Ncedil", 0x145),
    ("Ntilde", 0xD1), ("OElig", 0x152), ("Oacute", 0xD3), ("Ocirc", 0xD4), ("Odblac", 0x150), ("Ograve", 0xD2),
    ("Omacr", 0x14C), ("Omega", 0x3A9), ("Oslash", 0xD8), ("Otilde", 0xD5), ("Ouml", 0xD6), ("Racute", 0x154),
    ("Rcaron", 0x158), ("Rcedil", 0x156), ("Sacute", 0x15A), ("Scaron", 0x160), ("Scedil", 0x15E), ("Scirc", 0x15C),
    ("THORN", 0xDE), ("Tcaron", 0x164), ("Tcedil", 0x162), ("Tstrok", 0x166), ("Uacute", 0xDA), ("Ubreve", 0x16C),
    ("Ucirc", 0xDB), ("Udblac", 0x170), ("Ugrave", 0xD9), ("Umacr", 0x16A), ("Uogon", 0x172), ("Uring", 0x16E),
    ("Utilde", 0x168), ("Uuml", 0xDC), ("Wcirc", 0x174), ("Yacute", 0xDD), ("Ycirc", 0x176), ("Yuml", 0x178),
    ("Zacute", 0x179), ("Zcaron", 0x17D), ("Zdot", 0x17B), ("aacute", 0xE1), ("abreve", 0x103), ("acirc", 0xE2),
    ("acute", 0xB4), ("aelig", 0xE6), ("agrave", 0xE0), ("alpha", 0x3B1), ("amacr", 0x101), ("amp", 0x26),
    ("aogon", 0x105), ("apos", 0x27), ("aring", 0xE5), ("ast", 0x2A), ("atilde", 0xE3), ("auml", 0xE4),
    ("bdquo", 0x201E), ("beta", 0x3B2), ("brvbar", 0xA6), ("bsol", 0x5C), ("bull", 0x2022), ("cacute", 0x107),
    ("ccaron", 0x10D), ("ccedil", 0xE7), ("ccirc", 0x109), ("cdot", 0x10B), ("cedil", 0xB8), ("cent", 0xA2),
    ("colon", 0x3A), ("comma", 0x2C), ("commat", 0x40), ("copy", 0xA9), ("curren", 0xA4), ("dagger", 0x2020),
    ("darr", 0x2193), ("dash", 0x2010), ("dcaron", 0x10F), ("deg", 0xB0), ("delta", 0x3B4), ("divide", 0xF7),
    ("dollar", 0x24), ("dstrok", 0x111), ("eacute", 0xE9), ("ecaron", 0x11B), ("ecirc", 0xEA), ("edot", 0x117),
    ("egrave", 0xE8), ("emacr", 0x113), ("emsp", 0x2003), ("eng", 0x14B), ("ensp", 0x2002), ("eogon", 0x119),
    ("equals", 0x3D), ("eth", 0xF0), ("euml", 0xEB), ("euro", 0x20AC), ("excl", 0x21), ("frac12", 0xBD),
    ("frac14", 0xBC), ("frac34", 0xBE), ("gamma", 0x3B3), ("gbreve", 0x11F), ("gcirc", 0x11D), ("gdot", 0x121),
    ("ge", 0x2265), ("grave", 0x60), ("gt", 0x3E), ("hcirc", 0x125), ("hellip", 0x2026), ("hstrok", 0x127),
    ("iacute", 0xED), ("icirc", 0xEE), ("iexcl", 0xA1), ("igrave", 0xEC), ("ijlig", 0x133), ("imacr", 0x12B),
    ("imath", 0x131), ("iogon", 0x12F), ("iquest", 0xBF), ("itilde", 0x129), ("iuml", 0xEF), ("jcirc", 0x135),
    ("kcedil", 0x137), ("kgreen", 0x138), ("lacute", 0x13A), ("laquo", 0xAB), ("larr", 0x2190), ("lcaron", 0x13E),
    ("lcedil", 0x13C), ("lcub", 0x7B), ("ldquo", 0x201C), ("le", 0x2264), ("lmidot", 0x140), ("lowbar", 0x5F),
    ("lpar", 0x28), ("lrm", 0x200E), ("lsaquo", 0x2039), ("lsqb", 0x5B), ("lsquo", 0x2018), ("lstrok", 0x142),
    ("lt", 0x3C), ("macr", 0xAF), ("mdash", 0x2014), ("micro", 0xB5), ("middot", 0xB7), ("minus", 0x2212),
    ("mu", 0x3BC), ("nacute", 0x144), ("napos", 0x149), ("nbsp", 0xA0), ("ncaron", 0x148), ("ncedil", 0x146),
    ("ndash", 0x2013), ("ne", 0x2260), ("not", 0xAC), ("ntilde", 0xF1), ("num", 0x23), ("oacute", 0xF3),
    ("ocirc", 0xF4), ("odblac", 0x151), ("oelig", 0x153), ("ograve", 0xF2), ("omacr", 0x14D), ("ordf", 0xAA),
    ("ordm", 0xBA), ("oslash", 0xF8), ("otilde", 0xF5), ("ouml", 0xF6), ("para", 0xB6), ("percnt", 0x25),
    ("period", 0x2E), ("permil", 0x2030), ("plus", 0x2B), ("plusmn", 0xB1), ("pound", 0xA3), ("quest", 0x3F),
    ("quot", 0x22), ("racute", 0x155), ("raquo", 0xBB), ("rarr", 0x2192), ("rcaron", 0x159), ("rcedil", 0x157),
    ("rcub", 0x7D), ("rdquo", 0x201D), ("reg", 0xAE), ("rlm", 0x200F), ("rpar", 0x29), ("rsaquo", 0x203A),
    ("rsqb", 0x5D), ("rsquo", 0x2019), ("sacute", 0x15B), ("sbquo", 0x201A), ("scaron", 0x161), ("scedil", 0x15F),
    ("scirc", 0x15D), ("sect", 0xA7), ("semi", 0x3B), ("shy", 0xAD), ("sol", 0x2F), ("sup1", 0xB9), ("sup2", 0xB2),
    ("sup3", 0xB3), ("szlig", 0xDF), ("tcaron", 0x165), ("tcedil", 0x163), ("thinsp", 0x2009), ("thorn", 0xFE),
    ("times", 0xD7), ("trade", 0x2122), ("tstrok", 0x167), ("uacute", 0xFA), ("uarr", 0x2191), ("ubreve", 0x16D),
    ("ucirc", 0xFB), ("udblac", 0x171), ("ugrave", 0xF9), ("umacr", 0x16B), ("uml", 0xA8), ("uogon", 0x173),
    ("uring", 0x16F), ("utilde", 0x169), ("uuml", 0xFC), ("vert", 0x7C), ("wcirc", 0x175), ("yacute", 0xFD),
    ("ycirc", 0x177), ("yen", 0xA5), ("yuml", 0xFF), ("zacute", 0x17A), ("zcaron", 0x17E), ("zdot", 0x17C),
    ("zwj", 0x200D), ("zwnj", 0x200C),
  ]
}
