-- A catalogue of {events} events over two years, half of them past, as skewed as real ones: few big cities and many
-- small ones, runs of weeks beside single evenings, weekends, words that everybody uses and names that nobody else
-- has. The same each time, counted from today.
select setseed(0.4711);

create function generated_cities() returns text[] language plpgsql as $$
declare
  big constant text[] := string_to_array(
    'Mumbai,London,New York,Delhi,Berlin,Paris,Tokyo,Bengaluru,Chicago,Sydney,Toronto,Madrid,Hyderabad,Vienna,Chennai,'
    'Manchester,Milan,Kolkata,Amsterdam,Prague,Dublin,Lisbon,Pune,Boston,Munich,Rome,Seattle,Glasgow,Warsaw,Barcelona', ',');
  stems constant text[] := string_to_array(
    'Ash,Brook,Cald,Dun,Elm,Fair,Glen,Hart,Iver,Kings,Lang,Marl,Nor,Oak,Pen,Quar,Red,Stan,Thorn,Wal', ',');
  ends constant text[] := string_to_array('ford,ham,bury,wick,dale,field,stead,combe,mere,worth,holm,burg,mouth', ',');
begin
  return big || array(select stem || ending from unnest(stems) stem, unnest(ends) ending order by md5(stem || ending));
end
$$;

create function generated_events(events integer, venues integer)
  returns table (n integer, venue integer, title text, category text, description text, first_day integer, evenings integer)
  language plpgsql as $$
declare
  forenames constant text[] := string_to_array(
    'Asha,Ben,Clara,Dev,Elena,Farid,Greta,Hugo,Ines,Jonas,Kavya,Liam,Mira,Nikhil,Olga,Pavel,Quentin,Rosa,Samir,Tara,Uma,'
    'Viktor,Wanda,Xenia,Yusuf,Zoe,Anselm,Bruna,Cyril,Dalia,Edmund,Freya,Gustav,Hanna', ',');
  heads constant text[] := string_to_array(
    'Ba,Be,Bran,Ca,Cor,Da,Del,Dor,El,Fa,Fer,Ga,Gor,Ha,Hol,Is,Jan,Ka,Kel,La,Lin,Ma,Mor,Na,Nov,Or,Pa,Per,Qui,Ra,Ros,Sa,'
    'Sel,Ta,Tor,Ul,Va,Ver,Wen,Zam', ',');
  middles constant text[] := string_to_array(
    'ba,chi,da,den,fi,ga,go,ki,la,lo,man,mi,na,ni,pe,ra,ri,san,shi,ta,ti,va,vo,wa,zi,,,,,', ',');
  tails constant text[] := string_to_array(
    'bar,chev,dal,feld,gard,hart,kar,land,man,nard,pal,quist,ran,sen,stein,tar,vic,win,yar,zola', ',');
  adjectives constant text[] := string_to_array(
    'Silent,Golden,Crooked,Broken,Distant,Electric,Forgotten,Gentle,Hollow,Iron,Last,Midnight,Northern,Paper,Quiet,'
    'Restless,Scarlet,Velvet,Winter,Wild', ',');
  nouns constant text[] := string_to_array(
    'River,Garden,Mirror,Lantern,Harbour,Kingdom,Orchard,Shadow,Thunder,Violin,Window,Compass,Feather,Island,Letter,'
    'Mountain,Ocean,Promise,Sparrow,Tiger,Tower,Voyage,Wolf,Bridge,Castle,Desert', ',');
  works constant text[] := string_to_array(
    'Hamlet,Macbeth,Othello,King Lear,Twelfth Night,The Tempest,Carmen,Fidelio,La Traviata,Tosca,Rigoletto,Aida,'
    'The Magic Flute,Don Giovanni,Swan Lake,The Nutcracker,Giselle,Uncle Vanya,The Seagull,Three Sisters,Peer Gynt,'
    'Faust,Antigone,Electra,Medea,Lysistrata,Tartuffe,The Miser,Hamilton', ',');
  teams constant text[] := string_to_array(
    'Tigers,Rovers,United,Wanderers,Falcons,Harriers,Royals,Strikers,Warriors,Giants,Bulls,Athletic', ',');
  ensembles constant text[] := string_to_array(
    'Philharmonic,Symphony Orchestra,Chamber Players,Quartet,Choir,Big Band,Sinfonietta,Trio', ',');
  common constant text[] := string_to_array(
    'live,night,music,evening,show,stage,world,great,best,family,story,tour,city,first,years,songs,dance,love,young,famous', ',');
  rare constant text[] := string_to_array(
    'baroque,marimba,theremin,harpsichord,flamenco,gamelan,polyphony,serenade,requiem,overture,rhapsody,nocturne,cabaret,'
    'burlesque,puppetry,monologue,derby,playoff,qualifier,documentary,animation,thriller,western,noir,matinee,premiere,'
    'masterclass,improvisation,tabla,sitar,raga,fugue,madrigal,oratorio', ',');
  joins constant text[] := string_to_array('with,and,from,after,before,about,between,without,through,every', ',');
  name text;
  kind double precision;
  length double precision;
begin
  for i in 1 .. events loop
    n := i;
    venue := 1 + floor(venues * power(random(), 2.2));
    name := forenames[1 + floor(34 * random())] || ' ' || heads[1 + floor(40 * random())]
      || middles[1 + floor(30 * random())] || tails[1 + floor(20 * random())];
    kind := random();
    if kind < 0.45 then
      category := 'CONCERTS';
      title := case floor(4 * random())
        when 0 then name
        when 1 then name || ' Live'
        when 2 then 'The ' || adjectives[1 + floor(20 * random())] || ' ' || nouns[1 + floor(26 * random())] || 's'
        else heads[1 + floor(40 * random())] || tails[1 + floor(20 * random())] || ' '
          || ensembles[1 + floor(8 * random())] || ': Symphony No. ' || 1 + floor(9 * random()) end;
    elsif kind < 0.7 then
      category := 'THEATER';
      title := case floor(3 * random())
        when 0 then works[1 + floor(29 * power(random(), 1.5))]
        when 1 then works[1 + floor(29 * random())] || ' by the ' || nouns[1 + floor(26 * random())] || ' Players'
        else name || ': The ' || adjectives[1 + floor(20 * random())] || ' ' || nouns[1 + floor(26 * random())] end;
    elsif kind < 0.85 then
      category := 'MOVIES';
      title := case floor(2 * random())
        when 0 then 'The ' || adjectives[1 + floor(20 * random())] || ' ' || nouns[1 + floor(26 * random())]
        else nouns[1 + floor(26 * random())] || ' of ' || heads[1 + floor(40 * random())] || tails[1 + floor(20 * random())] end;
    else
      category := 'SPORTS';
      title := heads[1 + floor(40 * random())] || tails[1 + floor(20 * random())] || ' ' || teams[1 + floor(12 * random())]
        || ' v ' || heads[1 + floor(40 * random())] || tails[1 + floor(20 * random())] || ' ' || teams[1 + floor(12 * random())];
    end if;
    description := initcap(common[1 + floor(20 * power(random(), 1.6))]) || ' '
      || joins[1 + floor(10 * random())] || ' ' || name || ', ' || rare[1 + floor(34 * power(random(), 1.8))] || ' '
      || joins[1 + floor(10 * random())] || ' ' || common[1 + floor(20 * power(random(), 1.6))] || ' '
      || common[1 + floor(20 * random())] || ' ' || joins[1 + floor(10 * random())] || ' the '
      || lower(adjectives[1 + floor(20 * random())]) || ' ' || lower(nouns[1 + floor(26 * random())]) || ' '
      || joins[1 + floor(10 * random())] || ' ' || forenames[1 + floor(34 * random())] || ' '
      || heads[1 + floor(40 * random())] || middles[1 + floor(30 * random())] || tails[1 + floor(20 * random())];
    first_day := floor(730 * random()) - 365;
    -- Friday and Saturday have twice their share.
    if extract(isodow from current_date + first_day) < 5 and random() < 0.35 then
      first_day := first_day + 5 - extract(isodow from current_date + first_day)::integer + floor(2 * random())::integer;
    end if;
    length := random();
    evenings := case when length < 0.75 then 1 when length < 0.96 then 2 + floor(3 * random())
      else 8 + floor(20 * random()) end;
    return next;
  end loop;
end
$$;

insert into layouts (layout_hash, content, sections, total_seats)
values (repeat('c', 64), '\x00', '[]', 800) on conflict do nothing;

insert into venues (venue_id, organiser_id, name, city, timezone, layout_hash, total_seats, created_at, version)
select md5('generated venue ' || v)::uuid, 'generator', 'House ' || v,
       c.cities[1 + floor(cardinality(c.cities) * power(v::double precision / {venues}, 2) * 0.999)::integer],
       case when v % 3 = 0 then 'Asia/Kolkata' else 'Europe/London' end, repeat('c', 64), 800, now(), 0
from generate_series(1, {venues}) v, (select generated_cities() as cities) c;

create unlogged table generated as select * from generated_events({events}, {venues});

insert into events (event_id, organiser_id, venue_id, title, description, category, start_date, end_date, ends_at, metadata,
  status, search_title, search_text, created_at, version)
select md5('generated event ' || n)::uuid, 'generator', md5('generated venue ' || venue)::uuid, title, description,
       category, current_date + first_day, null, current_date + first_day + 1, '{}',
       case when n % 200 = 0 then 'HIDDEN' else 'ACTIVE' end, lower(title), lower(title || ' ' || description), now(), 0
from generated;

insert into shows (show_id, event_id, venue_id, layout_hash, show_time, local_date, currency, lowest_price, total_seats,
  seats_per_user_max, queue, dynamic_pricing, overbooking, overbooking_percent_max, allow_orphan_seats, created_at, version)
select md5('generated show ' || n || '/' || evening)::uuid, md5('generated event ' || n)::uuid,
       md5('generated venue ' || venue)::uuid, repeat('c', 64),
       current_date + first_day + evening + interval '1 hour' * (14 + n % 7), current_date + first_day + evening, 'INR',
       20000 + 100 * (n % 400), 800, 6, 'OFF', false, false, 0, true, now(), 0
from generated, generate_series(0, evenings - 1) evening;

insert into show_sales (show_id, opened_at, total_seats, available_seats, held_seats, counted_at)
select show_id, now(), 800, (total_seats * random())::integer, 0, now() from shows where venue_id in
  (select venue_id from venues where organiser_id = 'generator');

drop table generated;
drop function generated_events;
drop function generated_cities;
