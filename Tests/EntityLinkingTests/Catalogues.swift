import ArticleText
import EntityLinking
import Testing

@testable import Sillage

/// A linker with the cues that come with the program.
func makeLinker(_ entries: [CatalogueEntry]) -> Linker {
  Linker(catalogue: Catalogue(entries: entries), cues: LinkingKnowledge.builtIn.table)
}

/// A small catalogue of invented and real names, enough to try each rule on.
let carmakers: [CatalogueEntry] = [
  CatalogueEntry(
    id: "renault-group", type: "group", name: "Renault Group",
    aliases: ["Groupe Renault", "Régie", "Renault"], nicknames: ["Régie"], links: ["renault", "dacia", "alpine", "ampere"]),
  CatalogueEntry(id: "stellantis", type: "group", name: "Stellantis", links: ["peugeot"]),
  CatalogueEntry(
    id: "renault", type: "brand", name: "Renault", aliases: ["Losange", "marque au losange"],
    nicknames: ["Losange", "marque au losange"], links: ["renault-group", "r5", "r5-1972", "zoe", "espace"]),
  CatalogueEntry(id: "dacia", type: "brand", name: "Dacia", links: ["renault-group", "spring", "duster"]),
  CatalogueEntry(id: "alpine", type: "brand", name: "Alpine", links: ["renault-group", "a390", "dieppe-plant"]),
  CatalogueEntry(id: "peugeot", type: "brand", name: "Peugeot", links: ["stellantis", "p208"]),
  CatalogueEntry(id: "mobilize", type: "brand", name: "Mobilize", links: ["renault-group"]),
  CatalogueEntry(id: "skoda", type: "brand", name: "Škoda"),
  CatalogueEntry(id: "ford", type: "brand", name: "Ford"),
  CatalogueEntry(id: "ampere", type: "company", name: "Ampere", links: ["renault-group", "cleon-plant", "7dl"]),
  CatalogueEntry(
    id: "horse", type: "company", name: "Horse Powertrain", aliases: ["Horse"], links: ["renault-group", "geely"]),
  CatalogueEntry(id: "geely", type: "group", name: "Geely", links: ["horse"]),
  CatalogueEntry(id: "acc", type: "company", name: "Automotive Cells Company", aliases: ["ACC"], links: ["stellantis"]),
  CatalogueEntry(
    id: "cleon-plant", type: "site", name: "Usine de Cléon", aliases: ["Cléon"], links: ["ampere", "renault", "7dl"]),
  CatalogueEntry(
    id: "dieppe-plant", type: "site", name: "Manufacture Jean Rédélé", aliases: ["Dieppe"], links: ["alpine", "a390"]),
  CatalogueEntry(id: "enstone", type: "site", name: "Enstone", links: ["alpine-team"]),
  CatalogueEntry(
    id: "mulhouse", type: "site", name: "Usine de Mulhouse", aliases: ["Mulhouse", "usine de Mulhouse"], links: ["peugeot"]),
  CatalogueEntry(id: "500", type: "vehicle", name: "Fiat 500", aliases: ["500e"]),
  CatalogueEntry(id: "mercedes-group", type: "group", name: "Mercedes-Benz Group N.V.", aliases: ["Mercedes Group"]),
  CatalogueEntry(id: "le-mans-plant", type: "site", name: "Usine du Mans", aliases: ["Le Mans"], links: ["renault"]),
  CatalogueEntry(id: "cleon-town", type: "place", name: "Cléon", links: ["cleon-plant"]),
  CatalogueEntry(id: "dieppe-town", type: "place", name: "Dieppe", links: ["dieppe-plant"]),
  CatalogueEntry(
    id: "r5", type: "vehicle", name: "Renault 5 E-Tech electric",
    aliases: ["Renault 5 E-Tech", "Renault 5", "R5", "R5 E-Tech"], links: ["renault", "ampere"]),
  CatalogueEntry(
    id: "r5-1972", type: "vehicle", name: "Renault 5 (1972)", aliases: ["Renault 5", "R5", "Supercinq"], links: ["renault"]),
  CatalogueEntry(id: "zoe", type: "vehicle", name: "Renault Zoe", aliases: ["Zoe", "Zoé"], links: ["renault"]),
  CatalogueEntry(id: "espace", type: "vehicle", name: "Renault Espace", aliases: ["Espace"], links: ["renault"]),
  CatalogueEntry(id: "spring", type: "vehicle", name: "Dacia Spring", aliases: ["Spring"], links: ["dacia"]),
  CatalogueEntry(id: "duster", type: "vehicle", name: "Dacia Duster", aliases: ["Duster"], links: ["dacia"]),
  CatalogueEntry(id: "a390", type: "vehicle", name: "Alpine A390", aliases: ["A390", "A390_β"], links: ["alpine", "7dl"]),
  CatalogueEntry(id: "p208", type: "vehicle", name: "Peugeot 208", aliases: ["208", "e-208"], links: ["peugeot"]),
  CatalogueEntry(id: "id3", type: "vehicle", name: "Volkswagen ID.3", aliases: ["ID.3"]),
  CatalogueEntry(id: "7dl", type: "motor", name: "7DL", links: ["ampere", "cleon-plant", "a390"]),
  CatalogueEntry(id: "k9k", type: "motor", name: "K9K", aliases: ["1.5 dCi"]),
  CatalogueEntry(
    id: "provost", type: "person", name: "François Provost", aliases: ["Provost"], links: ["renault-group"]),
  CatalogueEntry(id: "de-meo", type: "person", name: "Luca de Meo", aliases: ["de Meo"], links: ["renault-group"]),
  CatalogueEntry(id: "re-nissan", type: "plan", name: "Re:Nissan"),
  CatalogueEntry(
    id: "alpine-team", type: "team", name: "BWT Alpine F1 Team", aliases: ["Alpine F1 Team", "Alpine"],
    links: ["alpine", "enstone"]),
]

let carmakerLinker = makeLinker(carmakers)

func link(
  _ raw: String, format: ArticleFormat = .plainText, with linker: Linker = carmakerLinker
) throws -> [Mention] {
  linker.mentions(in: try VisibleText(name: "article", bytes: Array(raw.utf8), format: format))
}

/// The mentions as "text=entity", in order.
func links(_ raw: String, format: ArticleFormat = .plainText, with linker: Linker = carmakerLinker) throws -> [String] {
  try link(raw, format: format, with: linker).map { "\($0.text)=\($0.entity)" }
}

/// A range of Unicode scalars of a text.
func slice(_ raw: String, _ start: Int, _ end: Int) -> String {
  var out = String.UnicodeScalarView()
  for scalar in raw.unicodeScalars.dropFirst(start).prefix(end - start) { out.append(scalar) }
  return String(out)
}

/// A paragraph on cars, behind which names are looked for.
enum TextOnCars {
  static let english = "Renault sold more cars in May, the carmaker said, and dealers expect a good summer for electric models.\n\n"
  static let french = "Renault a vendu plus de voitures en mai, dit le constructeur, et les concessionnaires attendent un bel été.\n\n"
}

/// What is found behind a first paragraph that names one maker.
func links(_ raw: String, behind first: String) throws -> [String] { try links(first + raw).dropFirst().map { $0 } }
