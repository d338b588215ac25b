import ArticleText
import EntityLinking
import Testing

@Suite struct SpanTests {
  @Test(arguments: [
    ("La nouvelle Alpine A390 arrive.", ["Alpine A390=a390"]),
    ("On attend l’Alpine A390 d’Ampere.", ["Alpine A390=a390", "Ampere=ampere"]),
    ("On attend l'A390 de Renault Group.", ["A390=a390", "Renault Group=renault-group"]),
    ("L'usine de Cléon produit le 7DL.", ["usine de Cléon=cleon-plant", "7DL=7dl"]),
    ("L’USINE DE CLEON PRODUIT LE 7DL", ["USINE DE CLEON=cleon-plant", "7DL=7dl"]),
    ("The Cléon plant builds the motor.", ["Cléon plant=cleon-plant"]),
    ("Renault's plan pleases Stellantis' rivals.", ["Renault=renault", "Stellantis=stellantis"]),
    ("Une Renault\u{A0}5 E\u{2011}Tech électrique", ["Renault\u{A0}5 E\u{2011}Tech=r5"]),
    ("Le moteur 7 DL de l’A 390", ["7 DL=7dl", "A 390=a390"]),
    ("L’ID3 et l’ID 3, soit l’ID.3", ["ID3=id3", "ID 3=id3", "ID.3=id3"]),
    ("Le vieux 1.5 dCi, dit K9K", ["1.5 dCi=k9k", "K9K=k9k"]),
    ("Les Dusters roulent, dit Dacia.", ["Dusters=duster", "Dacia=dacia"]),
    ("Le plan Re:Nissan est dur.", ["Re:Nissan=re-nissan"]),
    ("L’A390_β a été montrée.", ["A390_β=a390"]),
    ("Vive #RenaultGroup !", ["RenaultGroup=renault-group"]),
    ("La fin de Stel\u{AD}\nlantis et Da\u{AD}\r\ncia", ["Stel\u{AD}\nlantis=stellantis", "Da\u{AD}\r\ncia=dacia"]),
    ("La fin de Stel-\n\u{C}lantis", ["Stel-\n\u{C}lantis=stellantis"]),
    ("Une Renault 5 E–Tech, le plan Ampere−Alpine", ["Renault 5 E–Tech=r5", "Ampere=ampere", "Alpine=alpine"]),
    ("\u{FEFF}\u{FEFF}Dacia\u{AD} et \u{200B}Stellantis\u{200B}, le moteur 7DL\u{2060}", ["Dacia=dacia", "Stellantis=stellantis", "7DL=7dl"]),
    ("La fin de Re-\nnault ou Renault", ["Re-\nnault=renault", "Renault=renault"]),
    ("L’usine du Mans et le site de Dieppe", ["usine du Mans=le-mans-plant", "site de Dieppe=dieppe-plant"]),
    ("Des pièces fabriquées au Mans par Renault", ["Mans=le-mans-plant", "Renault=renault"]),
    ("Le SUV Skoda et la Škoda", ["Skoda=skoda", "Škoda=skoda"]),
    ("M. de Meo et Luca de Meo", ["de Meo=de-meo", "Luca de Meo=de-meo"]),
    ("An Ampere-built motor for Renault Group", ["Ampere=ampere", "Renault Group=renault-group"]),
    ("Amperex, Renaulution, transalpine, Dieppois", []),
    ("dacia_power et Lulu_Renault écrivent", []),
    ("", []), ("\u{301}\u{300}", []), ("… — !? « »", []), ("\u{FEFF}", []),
  ])
  func plainText(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw) == expected)
  }

  @Test(arguments: [
    ("**Horse** Powertrain livre `renault` à [Renault](https://x.y/renault).", ["Horse** Powertrain=horse", "Renault=renault"]),
    ("---\ntitle: Renault\n---\nDacia grandit.", ["Dacia=dacia"]),
    ("| Site | Motor |\n|---|---|\n| Cléon | **7DL** |", ["Cléon=cleon-plant", "7DL=7dl"]),
  ])
  func markdown(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, format: .markdown) == expected)
  }

  @Test(arguments: [
    ("<p>L&rsquo;usine de Cl&eacute;on</p>", ["usine de Cl&eacute;on=cleon-plant"]),
    ("<b>Alpine</b> A390 <img alt='Renault'>", ["Alpine</b> A390=a390"]),
    ("<p>Renault</p><p>5 E-Tech</p>", ["Renault=renault"]),
    ("<p>Stellantis<sup>1</sup> et Renault Group<sup>2</sup>.", ["Stellantis=stellantis", "Renault Group=renault-group"]),
    ("<p>Le patron de Renault\n\n  Group a parlé.</p>", ["Renault\n\n  Group=renault-group"]),
    ("<p>Cl&#233;on&#8203; et &ZeroWidthSpace;Stellantis&ZeroWidthSpace;", ["Cl&#233;on=cleon-town", "Stellantis=stellantis"]),
  ])
  func html(_ raw: String, _ expected: [String]) throws {
    #expect(try links(raw, format: .html) == expected)
  }

  @Test func aNameThatGoesOnBehindAHyphenWins() throws {
    let linker = makeLinker([CatalogueEntry(id: "flins", type: "place", name: "Flins-sur-Seine", aliases: ["commune de Flins"])])
    let found = try links("La commune de Flins-sur-Seine, la commune de Flins.", with: linker)
    #expect(found == ["Flins-sur-Seine=flins", "commune de Flins=flins"])
  }

  @Test(arguments: ["Pite\u{219}ti", "Pite\u{15F}ti", "Pites\u{326}ti", "Pitesti", "PITE\u{218}TI"])
  func allWaysToWriteALetterWithAMark(_ name: String) throws {
    for listed in ["Pitești", "Pitesti", "Piteşti"] {
      let linker = makeLinker([CatalogueEntry(id: "pitesti", type: "site", name: "Usine de Pitești", aliases: [listed])])
      #expect(try links("L’usine de \(name) produit des moteurs.", with: linker) == ["usine de \(name)=pitesti"])
    }
  }

  @Test func offsetsCountUnicodeScalars() throws {
    let raw = "💡 Cle\u{301}on : l’usine de Cléon livre le 7DL à Dieppe 🚗 pour l’Alpine A390."
    let mentions = try link(raw)
    #expect(mentions.map(\.text) == ["Cle\u{301}on", "usine de Cléon", "7DL", "Dieppe", "Alpine A390"])
    #expect(mentions.first.map { [$0.start, $0.end] } == [2, 8])
    for mention in mentions { #expect(slice(raw, mention.start, mention.end) == mention.text) }
  }
}
