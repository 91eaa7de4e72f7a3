/**
 * Words that hardly occur outside of reports on sport. A place and a surname have teams and players that share their
 * name, and they have "talks", "strikes" and "trials" as well. Language, not knowledge of a story.
 */
const source = `
referee*, second half, first half, goalless, derby, kick-off, midfield, league title, football, soccer, rugby, cricket, basketball, baseball, handball, volleyball, tennis, badminton, water polo, ice hockey, hockey, golfer, boxing, boxer, heavyweight, wrestling, swimmer, cyclist, cycling tour, marathon, downhill race, slalom, biathlon, figure skater, gymnast, sprinter, Formula 1, Formula One, Grand Prix, motorsport, Olympic*, Paralympic*, World Cup, Champions League, Premier League, Super Bowl, cup final, cup win, cup qualifier, semi-final*, semifinal*, quarter-final*, quarterfinal*, playoff*, play-off*, qualifier, extra time, stoppage time, half-time, striker, midfielder, goalkeeper, goalie, defenseman, quarterback, touchdown*, linebacker, pitcher, home run*, point guard, free agent, first-round pick, head coach, coach, teammate*, preseason, matchday, transfer window, hat-trick, hat trick, own goal, penalty shoot-out, wicket*, innings, Fußball*, Bundesliga, Torwart, Stürmer, Handball*, Trainingslager, Skirennen, footballeur*, fútbol, futbolista*, delantero, portero, baloncesto, calcio, calciator*, attaccante, futebol, jogador*, piłkarz*, piłka nożna, siatkar*, futbolcu*, basketbol*, voetbal*, doelman, fotboll*, ishockey, labdarúg*, fotbal*, футбол*, хоккей*, хокей*, теннис*, теніс*, баскетбол*, вратар*, боксёр*, боксер*, كرة القدم, 足球, 篮球, 网球
`;

export const sportWords: readonly string[] = source.split(",").map((word) => word.trim());
