import Foundation
import Sillage
import Testing

@Suite("Ambiguous names of the shipped graph")
struct ShippedLinksTests {
  @Test(
    "The sense follows what stands around",
    arguments: [
      ("L’ALPINE A390 SORT DE DIEPPE.", ["alpine-a390", "dieppe-plant"]),
      ("une Alpine bleue dans une vallée alpine.", ["alpine"]), ("Ampère, la filiale de Renault.", ["ampere", "renault-group"]),
      ("un courant de 16 ampères.", []), ("CATL (Contemporary Amperex Technology).", ["catl", "catl"]),
      ("Cleon: 7 DL pour la A 390.", ["cleon-plant", "motor-7dl", "alpine-a390"]), ("Cléon, le démagogue athénien.", []),
      ("le moteur Cléon-Fonte de la 4L.", ["cleon-fonte", "renault-4-1961"]),
      ("Volvo et CMA CGM quittent Flexis.", ["volvo-group", "cma-cgm", "flexis"]),
      ("Volvo dévoile l’EX60.", ["volvo-cars", "volvo-ex60"]), ("dans le sillage de Tesla.", ["tesla"]),
      ("Renault Trucks, filiale de Volvo.", ["renault-trucks", "volvo-group"]), ("Mobilize resources for the launch.", []),
      ("la réussite du site.", []), ("Le Rafale de Dassault.", []),
      ("Renault, Dacia, Alpine et Mobilize.", ["renault", "dacia", "alpine", "mobilize"]), ("Airbus A310.", []),
      ("Rendez-vous à 6 am.", []), ("le groupe au losange.", ["renault-group"]), ("l’auteur du livre.", []),
      ("Le total des ventes en Europe.", ["europe"]), ("Envision AESC at Douai.", ["aesc", "douai-plant"]),
      ("La nouvelle R5 face à la R5 Turbo 3E de 540 ch.", ["renault-5-e-tech", "renault-5-turbo-3e"]),
      ("Suite de la série Sillages de l’électromobilité.", ["series-sillages"]),
      ("une histoire, un capital rare dans l’univers Renault.", ["renault"]),
    ] as [(String, [String])])
  func senses(text: String, expected: [String]) throws {
    let found = try ArticleLinker(ShippedGraph.open()).link(Array(text.utf8), document: "a.txt")
    #expect(found.mentions.map(\.entity.id) == expected)
  }

  @Test("The articles that ship are linked to what they are about, and to nothing that only sounds like it")
  func ownArticles() throws {
    let linker = try ArticleLinker(ShippedGraph.open(), try LinkingKnowledge.nearest(above: ShippedGraph.root))
    let folder = ShippedGraph.root + "/graph-data/articles"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".md") && file != "README.md" {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
      let mentions = try linker.link(bytes, document: file).mentions
      #expect(mentions.count > 5, "\(file)")
      #expect(mentions.allSatisfy { $0.score >= 0.5 && $0.score <= 1 })
    }
  }
}
