import Sillage
import Testing

@Suite("Ordinary prose, linked with the shipped graph")
struct ShippedProseTests {
  private func entities(_ text: String) throws -> [String] {
    try ArticleLinker(ShippedGraph.open()).link(Array(text.utf8), document: "a.txt").mentions.map(\.entity.id)
  }

  @Test(
    "Names of the graph that are other things name none",
    arguments: [
      "Air France recrute des pilotes.", "Le Stade de France est plein ce soir.", "Le Tour de France part demain de Lille.",
      "La Banque de France maintient sa prévision.", "Radio France diffuse le concert.", "Électricité de France augmente ses tarifs.",
      "Le match oppose le Paris Saint-Germain à Lyon.", "L’Olympique de Marseille perd à domicile.", "Bayern Munich won 3-0 on Saturday.",
      "Le savon de Marseille lave tout.", "Paris Hilton chante à Las Vegas.", "Toulouse-Lautrec peint le Moulin-Rouge.",
      "France Gall chantait Résiste.", "Austin Powers is back in cinemas.", "« Casablanca » ressort en salles.",
      "She served roast turkey on fine china.", "Turkey sandwiches are on the menu.", "Une poterie en terre de chine.",
      "Il a sorti son couteau suisse.", "Une encre de Chine sur papier.", "Stuttgart beat Wolfsburg 2-1.",
      "Valenciennes et Rennes font match nul.", "Marseille s’incline à Rennes en Ligue 1.", "Turin beat Munich on penalties in the cup tie.",
      "Toulouse bat Grenoble en Top 14, devant 15 000 supporters.", "Sortie 12, prendre l’A390 vers Dijon.",
      "L’A110 est fermée à la circulation, bouchon de 5 km.", "6AM yoga is free.", "Seat 5A is by the window.", "Un fusible de 5A suffit.",
      "Votre siège est le 5A.", "R4 est une résistance de 10 kΩ.", "Le gilet R110 est homologué.", "Bus 76, arrêt 12.",
      "LG lance un téléviseur OLED.", "LG Electronics vise 10 % du marché.", "J’ai acheté un frigo LG.", "LG Chem recrute.",
      "La Révolution française commence en 1789.", "The Industrial Revolution began in Britain.", "Power is restored after the storm.",
      "Electricity is cheap at night.", "Samsung présente son Galaxy S27 mercredi.", "Les sillages des bateaux se croisent.",
      "Décryptage : pourquoi le beurre monte.", "Stay neutral. Neutral colours suit the room. Swiss voters want a NEUTRAL country.",
      "We hiked in the Sierra Nevada for a week.", "La sierra est enneigée en hiver.", "The French Revolution ended the monarchy.",
      "Le Grand Prix de France se court au Castellet.", "La finale de la Coupe de France se joue à Lens.", "Miss France vient d’être élue.",
      "Le Collège de France ouvre ses cours.", "The Bank of China raised its rates.", "Mettre la dinde au four, ajouter le thym et le beurre.",
      "Il parle couramment l’allemand et le suisse alémanique.", "La vitrine du boulanger est belle.", "Le canal de Suez rouvre.",
      "Gaia-X patine.", "La mission Gaia de l’ESA s’achève.", "EV2 is a virus strain.", "Model 3 of the regression fits best.",
      "Adt Security installs alarms.", "L’auteur du crime a fui.", "Chelli, plombier à Lyon, témoigne.", "Le Nord est froid.",
      "Le RAM de l’ordinateur est saturé, il faut 16 Go.", "Le condensateur C3 et la résistance R5 sont grillés.",
      "The recipe takes 45 minutes in a hot oven with rosemary.", "The Vienna Philharmonic plays Brahms.",
      "Les modules de formation commencent lundi.", "L’épreuve de français du bac dure quatre heures.",
      "Le vol Air France pour Detroit a deux heures de retard.", "La Sierra Leone élit son président.", "Le téléphone Galaxy tient deux jours.",
      "Le rover Spirit s’est posé sur Mars.", "The Royal Bank of Canada and Bank of Japan met.",
      "Elle joue de la guitare dans le groupe Alliance.", "Turkey is best roasted slowly.", "Le prix de l’électricité augmente en janvier.",
      "Fuse 5A blown, replace it.", "The 6AM train was late again.", "He got a B+ in the 5A class.", "La classe de 6A part en voyage scolaire.",
      "Prendre la sortie 4 de l’A290 puis l’A310 vers Reims.", "The Orient Express stops in Vienna.", 
      "The Paris Motor Show opens in October.", "Le journal Ouest-France publie un sondage.", "L’Île-de-France suffoque sous la canicule.",
      "Orange France et Air Canada signent un accord.",
      "Les Bleus ont joué au Stade de France contre l’Irlande.", "La Bourse de Paris recule de 2 %.", "Le Théâtre de Paris joue Molière.",
      "Le Bayern Munich reçoit le VfB Stuttgart.", "Le service de porcelaine de Chine vaut cher.", "Son couteau suisse ne le quitte jamais.",
      "Elle porte du fine bone china à table.", "We carved the turkey at Thanksgiving.", "The German Grand Prix was cold.",
      "Rennes reçoit Lens dimanche, le buteur est blessé.", "L’attaquant de Marseille marque deux buts à Toulouse.",
      "Un bouchon de 3 km s’est formé sur l’A110 à hauteur de Tours.", "Suivre l’A310 sur 12 km puis tourner à droite.",
      "The A390 is closed between Redruth and Truro.", "Gate opens at 6AM, doors at 7.", "Sit in row 5, seat 5A, by the aisle.",
      "Il manque un fusible de 6A dans le boîtier.", "Branchez R5 à la masse, R4 est une résistance de 220 ohms.", "Le bus 76 est en retard.",
      "My LG fridge is broken.", "LG a présenté un écran transparent au CES.", "La Révolution russe éclate en 1917.",
      "The Revolution of 1848 failed.", "Power was cut to thousands of homes.", "Electricity bills are rising.",
      "Galaxy Watch, le bracelet de Samsung, arrive.", "La Galaxy S27 est fine.", "Dans les sillages du paquebot nagent des dauphins.",
      "Décryptage. Le budget en cinq graphiques.", "Rowan Williams était archevêque.", "Provost Construction bâtit une école.",
      "Tavares Rodrigues chante le fado.", "Musk ox roam the tundra.", "India Song est un film de Duras.", "Austin Butler plays Elvis.",
      "La revue France Football décerne le prix.", "France Inter reçoit le ministre.", "« Brazil » de Terry Gilliam ressort.",
      "Le film “Argentine” est sorti.", "Le Comité de Paris 2024 est dissous.", "Un Suisse a gagné le tournoi.", "Une élève de 6A a gagné.",
      "Le moteur de recherche a 20 ans.", "L’ampoule de 5A grille.", "Le Lotus bleu, album de Tintin.", "The Sierra Club sued.",
    ])
  func others(text: String) throws { #expect(try entities(text) == []) }

  @Test(
    "Places and people that are meant are named, with none beside them",
    arguments: [
      ("Indra Sistemas remporte un marché en Espagne.", ["spain"]),
      ("Jim Rowan left Volvo. Rowan Atkinson played Bean.", ["jim-rowan", "volvo-cars"]),
      ("Des chaussures à lacets, fabriquées en Chine.", ["china"]), ("Les rues de Paris étaient désertes.", ["paris"]),
      ("Il pleut à Toulouse et à Grenoble.", ["toulouse", "grenoble"]), ("Elle a étudié l’histoire à Munich.", ["munich"]),
      ("He flew to Turkey for the summer.", ["turkey"]), ("China and India signed a trade deal.", ["china", "india"]),
      ("La Suisse vote dimanche.", ["switzerland"]), ("Le Japon et la Corée du Sud se rapprochent.", ["japan", "south-korea"]),
      ("La France et l’Allemagne signent un traité.", ["france", "germany"]), ("The museum in Stuttgart is closed on Mondays.", ["stuttgart"]),
      ("La mairie de Marseille ferme à midi.", ["marseille"]), ("Le juge a rendu son arrêt, la cour d’appel de Paris a confirmé.", ["paris"]),
      ("L’équipe d’Espagne affronte le Brésil en finale.", ["spain", "brazil"]),
      ("Un orage a traversé le Nord de la France.", ["hauts-de-france"]), ("Turkey’s president met his cabinet.", ["turkey"]),
      ("Elle a couru le marathon de Paris en trois heures.", ["paris"]), ("L’institut Goethe de Munich fête ses 50 ans.", ["munich"]),
      ("LG Display coupe des postes en Corée.", ["south-korea"]), ("Paris Jackson joue à Austin.", ["austin"]),
      ("Le ministre de l’Inde visite la Grèce.", ["india"]), ("Il est né en Pologne et vit en Italie.", ["poland", "italy"]),
      ("The weather in Spain is hot.", ["spain"]), ("La neige tombe sur la Suisse et l’Autriche.", ["switzerland", "austria"]),
      ("The embassy of Japan in Paris closed.", ["japan", "paris"]), ("Le palais de justice de Grenoble est en travaux.", ["grenoble"]),
      ("Le lycée de Douai rouvre lundi.", ["douai-town"]), ("Il enseigne à Toulouse depuis dix ans.", ["toulouse"]),
      ("Russia and the United Kingdom exchanged notes.", ["russia", "united-kingdom"]), ("La Belgique élit son parlement.", ["belgium"]),
      ("Le port de Marseille est bloqué.", ["marseille"]), ("Le train Paris-Munich roule de nuit.", ["paris", "munich"]),
      ("Chinese tourists return to Italy.", ["italy"]), ("La dinde vient de Turquie, le riz d’Inde.", ["turkey", "india"]),
      ("Made in Germany, this knife lasts.", ["germany"]), ("Le pont Marie à Paris ferme.", ["paris"]),
      ("L’Argentine bat le Brésil.", ["argentina", "brazil"]), ("La recette du riz cantonais vient de Chine.", ["china"]),
    ] as [(String, [String])])
  func meant(text: String, expected: [String]) throws { #expect(try entities(text).sorted() == expected.sorted()) }
}
