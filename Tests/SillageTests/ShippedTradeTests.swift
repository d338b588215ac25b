import Sillage
import Testing

@Suite("The car trade, linked with the shipped graph")
struct ShippedTradeTests {
  @Test(
    "Firms, teams, platforms and codes of one name are told apart",
    arguments: [
      ("Les camions Volvo passent au biocarburant.", ["volvo-group"]), ("Volvo trucks are made in Tuve.", ["volvo-group"]),
      ("Un poids lourd Volvo de 44 tonnes est livré à DHL.", ["volvo-group"]), ("Volvo’s truck orders fell 12% in the quarter.", ["volvo-group"]),
      ("La berline Volvo a cinq étoiles.", ["volvo-cars"]), ("Volvo vend plus de SUV électriques.", ["volvo-cars"]),
      ("Une Volvo a heurté un camion.", ["volvo-cars"]), ("Pierre Gasly (Alpine) a fini neuvième du Grand Prix.", ["pierre-gasly", "alpine-racing"]),
      ("Alpine marque ses premiers points en F1.", ["alpine-racing"]), ("Alpine vend 10 000 voitures en 2025.", ["alpine"]),
      ("Alpine lance l’A390 à Dieppe.", ["alpine", "alpine-a390", "dieppe-plant"]), ("L’écurie Alpine change de patron.", ["alpine-racing"]),
      ("L’Alpine A110 est fabriquée à Dieppe.", ["alpine-a110", "dieppe-plant"]),
      ("VW étend sa plateforme MEB à l’ID. Polo.", ["volkswagen", "meb", "vw-id-polo"]),
      ("The ID.3 uses the MEB platform; the ID. Polo uses MEB+.", ["vw-id-3", "meb", "vw-id-polo", "meb-plus"]),
      ("La plateforme MEB+ de Volkswagen arrive en 2026.", ["meb-plus", "volkswagen"]),
      ("Le moteur 5A équipe la Renault 5.", ["motor-5ax", "renault-5-e-tech"]), ("Le moteur 6AM est produit à Cléon.", ["motor-6am", "cleon-plant"]),
      ("Les batteries LG de la Renault 5 passent au LFP.", ["lg-energy-solution", "renault-5-e-tech", "tech-lfp"]),
      ("LG livre des cellules à Renault.", ["lg-energy-solution", "renault"]),
      ("Le pôle ElectriCity regroupe Douai et Ruitz.", ["electricity-cluster", "douai-plant", "ruitz-plant"]),
      ("Geely Galaxy vend un million de voitures.", ["geely-auto"]), ("Indra recycle les véhicules avec Renault.", ["indra", "renault"]),
      ("Gaïa répare les batteries à Flins.", ["gaia", "flins-site"]), ("La R4 électrique sort de Maubeuge.", ["renault-4-e-tech", "maubeuge-plant"]),
      ("Jim Rowan a quitté Volvo. Rowan reste conseiller.", ["jim-rowan", "volvo-cars", "jim-rowan"]),
      ("Renault France vend plus en ligne.", ["renault", "france"]), ("L’A390 de Dieppe est vendue 67 500 euros.", ["alpine-a390", "dieppe-plant"]),
      ("La Dacia Spring vient de Chine.", ["dacia-spring", "china"]), ("Les ventes en Turquie progressent.", ["turkey"]),
    ] as [(String, [String])])
  func senses(text: String, expected: [String]) throws {
    let found = try ArticleLinker(ShippedGraph.open()).link(Array(text.utf8), document: "a.txt")
    #expect(found.mentions.map(\.entity.id) == expected)
  }
}
