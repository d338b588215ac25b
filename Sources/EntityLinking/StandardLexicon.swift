extension CueTable {
  /// French everyday words that are names in catalogues of carmakers too.
  static let frenchWords = list(
    """
    alpine alpines ampère espace espaces trafic trafics master masters duo duos ami amis rafale rafales jogger joggers golf \
    mini losange lion chevrons chevron régie alliance express estafette goélette filante emblème boréal austral symbole \
    étoile anneaux trident hélice neutre puissance polo visa traction partenaire expert panda punto uno idea dauphine \
    légende genèse pluriel boxer traveller capture arcane rodéo fuego frégate florale safrane vel twist avantime modus \
    latitude fluence talisman vivaldi junior spider delta thema pilote pionnier sillage suez gaïa duster mobilise
    """)

  /// English everyday words that are names in catalogues of carmakers too.
  static let englishWords = list(
    """
    alpine ampere mobilize spring springs leaf leafs seal seals golf master masters duo mini minis smart seat seats horse \
    horses alliance lion lions jogger joggers duster dusters hipster hipsters dolphin dolphins avenger avengers polo scenic \
    express power neutral emblem limo bento genesis legend ram dodge lotus ranger focus fiesta escort puma mustang bronco \
    explorer transit beetle up tiger fox rio soul note juke ally ray swift civic accord jazz pilot insight legacy forester \
    outback crown prelude air ocean lucid song tang swan eagle star symbol origin boost switch revolution drive dream \
    trident austral striker filante expert partner traveller panda uno pioneer ami capture cooper captures provost
    """)

  /// Words of both languages that make no name of a phrase by themselves.
  static let everydayWords = list(
    """
    le la les un une de du des d l a à au the car cars model model super dream garage drive future forward dare game plan \
    international group groupe cells company automotive technical centre center technique performance platform advanced \
    development small medium large link open leasing social double blue oval ovale bleu marque constructeur firme diamond \
    brand fléché five four cinq quatre city ville commune usine site plant factory manufacture motors motor electric \
    électrique new nouvelle full hybrid energy power e tech georges build your dreams services service financial bank \
    banque is neutral way revolution green sustainable mobility first next one two sport life smart best zero net
    """)

  /// Given names, French and English, that stand before a family name.
  static let givenNames = list(
    """
    adam adèle adrien agnès alain alan albert alex alexandra alexandre alexis alfred alice aline amélie anaïs andré andrea \
    andrée andrew andy angela angélique anita ann anna anne annie anthony antoine antonio ariane arnaud arthur audrey \
    aurélie aurore axel baptiste barbara béatrice benjamin benoît bernadette bernard bertrand bill bob boris brian brigitte \
    bruno camille carine carl carla carlos carole caroline catherine cécile cédric céline chantal charles charlotte chloé \
    chris christian christine christophe claire clara clarisse claude clément cloé colette corinne cyril damien daniel \
    danielle david deborah delphine denis denise diana diane didier dominique donald dorothée edgar édith edmond édouard \
    edward élise elizabeth elisabeth ella ellen élodie éloïse elsa emily emma emmanuel emmanuelle éric erica ernest estelle \
    étienne eugène eva évelyne fabien fabienne fabrice fanny félix ferdinand fernand fernando florence florent florian \
    franck françois françoise frank fred frédéric frédérique gabriel gabrielle gaston gautier geneviève geoffrey george \
    georges gérald gérard gerald germaine ghislaine gilbert gilles giulia grace grégory guillaume gustave guy gwenaëlle \
    hannah harold harrison harry hélène henri henriette henry hervé hugo hugues ian inès irène isabelle isaac jack jacob \
    jacqueline jacques james jane janet jason jean jeanne jeff jennifer jérémy jérôme jessica jim joan joël joe john johnny \
    jonathan joseph josette josiane joy joyce jules julia julie julien juliette justin karen karim karine kate katherine \
    kathleen keith kelly ken kevin kim laetitia larry laura laure laurence laurent léa léo léon léonie leslie liam lily \
    linda lionel lisa logan loïc louis louise luc luca lucas lucie lucien lucy ludovic luke lydie madeleine manon marc \
    marcel marcelle margaret marguerite maria marianne marie marine marion marius mark marthe martin martine mary mathieu \
    mathilde matthew maud maurice max maxime mégane mélanie mercedes michael michel michèle michelle mickaël mike mireille \
    mohamed monique muriel murielle myriam nadège nadia nadine nancy natalie nathalie nathan nicholas nick nicolas nicole \
    nikola noah noël noémie odette odile olga oliver olivia olivier pascal pascale patrice patricia patrick paul paula \
    paulette pauline peter philip philippe pierre quentin rachel ralph raphaël raymond régine régis rémi rémy rené renée \
    richard rita robert roger roland romain rose rosalie ross roy russell ruth ryan sabine sally sam samantha samuel sandra \
    sandrine sara sarah scott sean sébastien serge séverine sharon simon simone solène sonia sophie stephanie stéphane \
    stéphanie stephen steve steven stuart susan suzanne suzy sylvain sylvie tanguy teresa théo théodore thérèse thierry \
    thomas tim timothy tina tom tony tristan valentin valérie vanessa véronique victor victoria vincent violette virginie \
    viviane walter wendy william xavier yann yannick yves yvette yvonne zoé clio
    """)
}
