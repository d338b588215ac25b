// title.en: What Cléon makes and stands for, and in whose words
// title.fr: Ce que Cléon produit et représente, et en quels mots
// kind: evidence
// param subject: string = "cleon-plant"                                                              // an entity id
// param objects: list = ["motor-7dl", "role-strategic-pivot", "role-industrial-base-electric-sport"]    // ids of entities
MATCH ({id: $subject})<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object)
WHERE object.id IN $objects
RETURN claim
