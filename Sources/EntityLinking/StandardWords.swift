extension CueTable {
  /// The words of each class, French and English together; words that would mislead in the other language are left out.
  static let standardWords: [WordClass: [String]] = [
    .automotive: list(
      """
      voiture voitures véhicule véhicules automobile automobiles auto autos constructeur constructeurs équipementier \
      moteur moteurs modèle modèles gamme berline citadine suv crossover coupé familiale utilitaire utilitaires \
      électrique électriques hybride hybrides batterie batteries borne bornes autonomie kwh kw ch chevaux marque marques \
      vente ventes immatriculation immatriculations concession concessionnaire usine usines thermique diesel essence \
      volant châssis carrosserie concept conduite recharge motorisation gpl boîte km \
      car cars vehicle vehicles carmaker carmakers automaker automakers motor motors engine engines model models sedan \
      hatchback van vans electric hybrid battery range charger chargers charging brand brands sales registrations dealer \
      dealers dealership showroom petrol gearbox chassis platform plateforme ev evs mph hp lease factory plant supplier
      """),
    .industry: list(
      """
      usine usines production produit produite produits produites produire produira fabrique fabriqué fabriquée fabriqués \
      fabriquées fabriquer fabriquera fabrication assemble assemblé assemblée assemblés assemblées assembler assemblage \
      moteur moteurs équipe équipes embauche embauché embaucher embauches recrute recruter recrutement opérateur \
      opérateurs ouvrier ouvriers salarié salariés investissement investissements investir site sites chaîne chaînes \
      cadence cadences ligne lignes atelier ateliers fonderie industriel industrielle industriels industrielles \
      électrification monté montée montés montées monter sort sortent sortie livre livré livrer manufacture montage \
      gigafactory stator rotor volumes capacité effectif effectifs syndicat syndicats grève cdi intérimaires \
      fermeture fermetures usinage bobinage emboutissage \
      plant plants factory factories production produce produces produced build builds built building assembled assembles \
      assemble assembly motor motors engine engines worker workers workforce shift shifts job jobs line lines hire hired \
      hires hiring invest invests investment industrial manufacture manufactured manufacturing machined workshop foundry \
      output capacity union unions strike supplies supplied ramp ramping
      """),
    .town: list(
      """
      mairie maire maires habitant habitants commune communes ville villes club gare port plage plages météo école écoles \
      lycée collège tourisme touriste touristes conseil municipal municipale municipaux parking quartier quartiers rue \
      rues festival château musée musées ferry ferries liaison liaisons galets marché église cathédrale supporters match \
      football buvette piscine stade théâtre randonnée balade flâne flâner promenade vieille cité médina plaisance pêche \
      restaurant restaurants hôtel hôtels riverains pompiers gendarmes police incendie accident cinéma bibliothèque \
      vacances bassin viennent habitent habite goûtez goûter dormir train trains raid autoroute passez traverser voisin \
      mayor council councillor councillors residents inhabitants townspeople beach harbour seaside school schools tourism \
      tourists weather museum castle cathedral market church road roads street streets holiday holidays hotel hotels \
      restaurant restaurants neighbours police fire town city village borough football supporters fans ferry
      """) + ["24 heures"],
    .finance: list(
      """
      action actions actionnaire actionnaires bourse capitalisation participation dividende dividendes dette \
      boursier boursière boursiers cotation coté cotée notation obligation obligations valorisation trésorerie \
      share shares shareholder shareholders stock stocks stake stakes dividend dividends debt owns owned owner détient détenu détenue détiennent investor investors \
      equity bond bonds earnings
      """) + ["conseil d'administration", "d'administration", "chiffre d'affaires", "d'affaires", "titre renault",
        "titre volkswagen", "market value", "operating margin", "marge opérationnelle", "résultat net", "net profit"],
    .racing: list(
      """
      f1 pilote pilotes écurie écuries championnat championnats podium podiums course courses circuit grille paddock \
      pole aileron monoplace monoplaces rallye endurance wrc wec dakar stand stands tour tours vitesse qualifications \
      formule driver drivers racing race races team teams championship championships podiums grid qualifying lap laps \
      pit pits points constructors season
      """) + ["grand prix", "formula one", "formule 1", "formula 1", "24 heures"],
    .past: list(
      """
      carburateur carburateurs carbu carb jadis autrefois supercinq grand-père grand-mère originelle originale originel \
      ancêtre aïeule ancienne anciennes collection rétro classic classics vintage original carburettor carburetor \
      grandfather grandmother yanks sixties seventies eighties nineties
      """) + ["première voiture", "first car", "mon père", "ma mère", "my father", "my mother", "my dad", "my mum",
        "année 70", "années 60", "années 70", "années 80", "années 90"],
    .electric: list(
      """
      électrique électriques e-tech kwh électrifiée autonomie recharge borne bornes v2g electric ev evs battery charging \
      nouvelle nouveau new
      """) + ["e tech"],
    .role: list(
      """
      directeur directrice patron patronne pdg président présidente dg dirigeant dirigeante dirigeants fondateur \
      prédécesseur successeur conseiller déclare déclaré déclarait dit assure assuré explique expliqué affirme affirmé \
      estime annonce annoncé promet promis présente présenter veut voulait confirme confirmé souligne \
      boss ceo chief chairman president founder predecessor successor director said says told claims claimed promised \
      promises explained warned joked argued announced confirmed talk
      """),
    .determiner: list(
      """
      le la les l un une des du de d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs \
      the a an my your his her its our their this that these those
      """).filter { !["de", "d"].contains($0) },
    .function: list(
      """
      le la les l un une des du de d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs \
      à a en dans sur sous par pour avec sans chez vers entre depuis pendant avant après selon contre et ou où mais donc or \
      ni car que qu qui quoi dont quand comme si ne pas plus moins très il elle ils elles on nous vous je tu se s c n y \
      est sont était fut être avoir ai as ont avait quelle quel quels quelles tout tous toute toutes aussi alors ainsi \
      enfin puis déjà encore aujourd hui hier demain ici là bien même autre autres chaque plusieurs seul seule \
      nouvelle nouveau nouveaux nouvelles ancien ancienne petite petit grand grande premier première dernier dernière \
      the an my your his her its our their this that these those of to in on at by for with from into about over under \
      after before between and or but so yet if when while as than not no nor is are was were be been being has have had \
      he she it they we you i me him them who which what where why how all any both each few more most other some such \
      only own same too very can will just should now then here there new old every next last first one two three \
      test essai exclusif vidéo interview review news meet inside
      """),
    .title: list("m mm mme mlle monsieur madame mademoiselle mr mrs ms miss dr docteur pr professeur professor maître me sir lady imp"),
    .givenName: givenNames,
    .namedAfter: list(
      """
      rue avenue boulevard bd école lycée collège quai square allée impasse parc stade rond-point amphithéâtre \
      street school college museum stadium house theatre hôpital hospital fondation foundation prix trophée \
      fc as us stade olympique sporting
      """) + ["place", "université", "university"],
    .afterOtherName: list(
      """
      afc fc united rovers street avenue road museum university college school computing linux airport festival
      """),
    .driving: list(
      """
      roule roules roulais roulait rouler conduis conduit conduire acheté achète acheter vendu vends vendre essayé essayer \
      essaie loue loué pris commandé commander \
      drive drives driving drove driven bought buy buying sold sell selling own owned owning running run ran test tested \
      ordered leased lease swapped
      """),
    .adjective: list(
      """
      petit petite nouvelle nouveau nouvel vieille vieux première premier dernière dernier future futur ancienne ancien \
      prochaine prochain toute seule même belle jolie grande grand célèbre fameuse fameux actuelle \
      old new little first last next second latest current original electric small big trusty beloved forthcoming
      """),
    .numberWord: list(
      """
      un une deux trois quatre cinq six sept huit neuf dix douze quinze vingt cent mille million millions milliard \
      milliards one two three four five six seven eight nine ten hundred thousand
      """).filter { !["un", "une"].contains($0) },
    .unit: list(
      """
      km kms kilomètres kilomètre m mètres cm mm kg g mg t tonnes l litres litre h heures heure min minutes s secondes \
      jours jour mois ans an euros euro dollars millions milliards personnes salariés exemplaires chevaux ch kwh kw watts \
      volts v w a ah pages degrés points places voitures véhicules unités \
      miles mile metres meters hours hour minutes seconds days day months years year people jobs units cars vehicles \
      pounds horsepower hp percent pages degrees points
      """),
    .verb: list(
      """
      is was has had will would can could may might does did said says sold sells builds built plans wants makes made \
      announced announces launched launches showed shows unveiled unveils expects posted reported cut cuts hired opened \
      opens keeps remains became becomes intends hopes promised promises lost won took takes gets got needs
      """),
    .makerPreposition: list("chez"),
    .conjunction: list("et ou ni and or"),
    .naming: list("prénom prénommé prénommée surnommé surnommée baptisé baptisée nommé nommée appelle appelé named called nicknamed christened name"),
    .brandNoun: list("marque marques brand brands"),
    .groupNoun: list("groupe group"),
    .companyNoun: list("filiale société entreprise coentreprise groupe équipementier fournisseur subsidiary company supplier venture start-up firm"),
    .siteNoun: list("usine usines site sites manufacture atelier ateliers plant plants factory factories works gigafactory fonderie foundry"),
    .townNoun: list("ville villes commune communes town city village mairie maire mayor habitants gare port plage club football pme parking council école musée"),
    .vehicleNoun: list("voiture modèle citadine berline suv crossover concept car model hatchback electric électrique conduite"),
    .motorNoun: list("moteur moteurs bloc blocs motor motors engine engines rotor stator"),
    .platformNoun: list("plateforme plateformes plate-forme platform platforms base architecture"),
    .planNoun: list("plan plans programme projet stratégie programme roadmap strategy project"),
    .teamNoun: list("écurie équipe team"),
    .frenchWord: frenchWords,
    .englishWord: englishWords,
    .everydayWord: everydayWords,
    .sharedAcronym: list("acc app sta mca aci cma sea ssp spa mma ima meb rvi ds gm mg dg esp ev ac dc se tfin apa smr mfs"),
    .familyName: list(
      """
      renault ford tesla peugeot citroën porsche honda toyota michelin ferrari ampère opel daimler benz chrysler royce \
      bentley bosch siemens lancia maserati mercedes suzuki mitsubishi nissan skoda audi geely provost
      """),
    .frenchMark: list("le la les des du une et est dans pour que qui sur avec au aux sont ne pas par cette ce il elle"),
    .englishMark: list("the of and to is that for with was by it from are this at which be not have has its an"),
  ]
}
