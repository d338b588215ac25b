// title: The paths between two things
// question.en: Which paths of at most three hops lead from Mobilize to Cléon?
// question.fr: Quels chemins de trois pas au plus mènent de Mobilize à Cléon ?
// param one: string = "mobilize"         // an entity id
// param other: string = "cleon-plant"    // an entity id
// columns: hops, path, relations
MATCH path = ({id: $one})-[*1..3]-({id: $other})
WHERE all(stop IN nodes(path) WHERE NOT stop:Claim AND NOT stop:Source AND NOT stop:Observation)
RETURN DISTINCT length(path) AS hops, [stop IN nodes(path) | stop.name] AS path, [step IN relationships(path) | type(step)] AS relations
ORDER BY hops, path, relations
