// title: The 7DL line at Cléon stops
// question.en: What depends on the 7DL line at Cléon?
// question.fr: Qu’est-ce qui dépend de la ligne du 7DL à Cléon ?

// The line stops.
MATCH (:Site {id: 'cleon-plant'})-[line:PRODUCES]->(:Motor {id: 'motor-7dl'})
DELETE line;

// A car is not built when nobody builds one of its motors.
MATCH (motor:Motor {id: 'motor-7dl'})-[:POWERS]->(car:Vehicle)
WHERE NOT EXISTS { (:Site)-[:PRODUCES]->(motor) }
MATCH (:Site)-[assembly:PRODUCES]->(car)
DELETE assembly;

// Nor is a battery that no other car needs.
MATCH (:Motor {id: 'motor-7dl'})-[:POWERS]->(:Vehicle)-[:USES_BATTERY]->(battery:Battery)
WHERE NOT EXISTS { (battery)<-[:USES_BATTERY]-(:Vehicle)<-[:PRODUCES]-(:Site) }
MATCH (:Site)-[packs:PRODUCES]->(battery)
DELETE packs;
